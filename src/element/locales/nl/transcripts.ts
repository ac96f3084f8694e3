import type { IntakeMessages } from "../../words/intake-messages.ts";
import type { TranscriptMessages } from "../../words/transcript-messages.ts";

const transcripts = {
  hints: {
    blank: "Dit bestand bevat alleen spaties en lege regels. Is het volledig opgeslagen?",
    "no-cues": "Deze ondertitels bevatten geen woorden.",
    "cut-off": "Het einde van dit bestand ontbreekt. Is het volledig gedownload?",
    recording: "Dit is een opname. Voeg in plaats daarvan de tekst van het transcript toe.",
    picture: "Dit is een afbeelding. Voeg het transcript in plaats daarvan als tekst toe.",
    archive: "Dit is een archief. Pak het uit en voeg het transcript toe dat erin zit.",
    "web-page": "Dit is een webpagina, misschien een aanmeldpagina die in plaats van het transcript is opgeslagen.",
    shortcut: "Dit is alleen een link naar het document. Download het document en voeg dat toe.",
    locked: "Een wachtwoord beveiligt dit document, dus de tekst kan niet worden gelezen.",
    "not-text": "Dit bestand bevat geen leesbare tekst.",
  },
  renamed: (named, found) =>
    `Volgens de naam is dit een .${named}-bestand, volgens de inhoud een .${found}-bestand. Hernoem het of voeg het juiste bestand toe.`,
  encoding: () =>
    "Sommige tekens in dit bestand worden mogelijk verkeerd weergegeven. Sla het zo mogelijk op als UTF-8 en voeg het opnieuw toe.",
  announceHints: (count, formats) =>
    formats.plural(count, { other: "Controleer # bestanden: er lijkt iets niet te kloppen." }),
  speakers: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "# spreker", other: "# sprekers" })
      : formats.plural(count, { other: "# of meer sprekers" }),
  cues: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "# ondertitel", other: "# ondertitels" })
      : formats.plural(count, { one: "ongeveer # ondertitel", other: "ongeveer # ondertitels" }),

  pasted: "Geplakte tekst",
  pastedName: "Bestandsnaam",
  pastedContent: "Tekst van het transcript",
  pastedEmpty: "Er staat nog geen tekst. Plak of typ die hier.",
  pastedAdd: "Toevoegen",
  pastedDiscard: "Weggooien",
  pastedAgain: "Hier staat al tekst. Wat moet er gebeuren met de tekst die u nu hebt geplakt?",
  pastedBelow: "Eronder toevoegen",
  pastedReplace: "Eerste tekst vervangen",
  pastedKeep: "Weglaten",
  pastedGone: "De tekst is weggegooid.",
  pastedBack: "Terughalen",
  pastedFile: (date) => `Geplakt transcript ${date}`,
} satisfies TranscriptMessages;

const intake = {
  "folder-empty": "Deze map bevat geen bestand dat kan worden toegevoegd.",
  "folder-for-one": "Hier kan maar één bestand worden toegevoegd. Open de map en sleep het bestand zelf hierheen.",
  "no-files": "Er kwam geen bestand mee. Sla het bestand eerst op uw apparaat op en voeg het daarna toe.",
  "system-file": "Dit lijkt een bestand dat een programma heeft achtergelaten, niet een dat u wilt uploaden.",
  addAnyway: "Toch toevoegen",
} satisfies IntakeMessages;

export const sentences = { intake, transcripts };
