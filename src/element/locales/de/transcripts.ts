import type { TranscriptMessages } from "../../words/transcript-messages.ts";

const transcripts = {
  hints: {
    blank: "Diese Datei enthält nichts als Leerzeichen.",
    "no-cues": "Diese Untertitel enthalten keine Wörter.",
    "cut-off": "Das Ende dieser Datei fehlt. Wurde sie vollständig heruntergeladen?",
    recording: "Das ist eine Aufnahme. Ein Transkript ist der Text dazu.",
    picture: "Das ist ein Bild. Ein Transkript ist Text.",
    archive: "Das ist ein Archiv. Entpacken Sie es und fügen Sie das Transkript daraus hinzu.",
    "web-page": "Das ist eine Webseite, vielleicht eine Anmeldeseite, die anstelle des Transkripts gespeichert wurde.",
    shortcut: "Das ist nur ein Link zum Dokument. Laden Sie das Dokument herunter und fügen Sie es hinzu.",
    locked: "Ein Passwort schützt dieses Dokument, deshalb ist sein Text nicht lesbar.",
    "not-text": "Diese Datei enthält keinen lesbaren Text.",
  },
  renamed: (named, found) => `Dem Namen nach ist das eine .${named}-Datei, dem Inhalt nach eine .${found}-Datei.`,
  encoding: () => "Einige Buchstaben dieser Datei könnten falsch erscheinen. Als UTF-8 gespeichert, gelingt es besser.",
  announceHints: (count, formats) =>
    formats.plural(count, { other: "Bitte sehen Sie sich # der Dateien an: Etwas ist daran ungewöhnlich." }),
  speakers: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "# Sprecher", other: "# Sprecher" })
      : formats.plural(count, { other: "# Sprecher oder mehr" }),
  cues: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "# Untertitel", other: "# Untertitel" })
      : formats.plural(count, { other: "etwa # Untertitel" }),

  pasted: "Eingefügter Text",
  pastedName: "Dateiname",
  pastedContent: "Text des Transkripts",
  pastedEmpty: "Hier steht noch kein Text. Fügen Sie ihn ein oder tippen Sie ihn.",
  pastedAdd: "Hinzufügen",
  pastedDiscard: "Verwerfen",
  pastedFile: (date) => `Eingefügtes Transkript ${date}`,
} satisfies TranscriptMessages;

export const sentences = { transcripts };
