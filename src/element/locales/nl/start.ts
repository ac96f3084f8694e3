import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "Bestanden uploaden",
  heading: (multiple) => (multiple ? "Sleep bestanden hierheen" : "Sleep een bestand hierheen"),
  headingTranscript: "Voeg een transcript toe",
  headingMore: "Sleep meer bestanden hierheen",
  headingAdding: "Bestanden toevoegen…",
  dropAccepted: "Laat los om toe te voegen",
  dropRefused: "Dit kan hier niet worden toegevoegd",
  browse: (kind) => ({ file: "Bestand kiezen", files: "Bestanden kiezen", folder: "Map kiezen" })[kind],
  pasteText: "Tekst plakken",
  kinds: { audio: "audio", image: "afbeelding", text: "tekst", video: "video" },
  upTo: (size, each) => `maximaal ${size}${each ? " per bestand" : ""}`,
  atMost: (count, formats) => formats.plural(count, { other: "maximaal # bestanden" }),
  notSetUp: "Uploaden is op deze pagina nog niet ingesteld. Tot die tijd blijven uw bestanden in deze lijst.",

  notAdded: (name) => `${name} is niet toegevoegd`,
  manyNotAdded: (count, formats) => formats.plural(count, { other: "# bestanden zijn niet toegevoegd" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "en nog #" }),
  details: "Bekijk welke en waarom",
  dismiss: "Melding sluiten",
  unreadable: "Het kon niet worden gelezen. Controleer of het nog bestaat en of u het mag openen.",
  notLoaded:
    "Een deel van deze pagina kon niet worden geladen. Controleer uw verbinding en voeg het bestand opnieuw toe. Helpt dat niet, laad de pagina dan opnieuw.",
  keptOffline: "U bent offline. Uw bestanden worden toegevoegd zodra u weer verbinding hebt.",
  rejections: {
    empty: "Het is leeg. Kies een bestand met inhoud.",
    "too-small": (size) => `Het is kleiner dan ${size}, het minimum hier. Kies een groter bestand.`,
    "too-large": (size) => `Het is groter dan ${size}, het maximum hier. Kies een kleiner bestand.`,
    type: (kinds) => `Dit bestandstype wordt hier niet geaccepteerd. Wel toegestaan: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, {
        other: "De naam is langer dan # tekens. Maak hem korter en voeg het bestand opnieuw toe.",
      }),
    "name-missing": "Het heeft geen naam. Geef het een naam en voeg het opnieuw toe.",
    "too-many": (count, formats) =>
      count === 1
        ? "Eén bestand tegelijk. Wacht tot het andere is geüpload, of annuleer het, en voeg dit opnieuw toe."
        : formats.plural(count, {
            other: "Er passen maar # bestanden in deze lijst. Verwijder er een en voeg dit opnieuw toe.",
          }),
  },
  because: (title, reason) => `${title}. ${reason}`,

  valueMissing: (multiple) => (multiple ? "Voeg minstens één bestand toe." : "Voeg een bestand toe."),
  stillUploading: "Nog niet alle bestanden zijn geüpload. Wacht even, of hervat de gepauzeerde.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./outcomes.ts"),
  () => import("./transcripts.ts"),
] as const;
