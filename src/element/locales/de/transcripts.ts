import type { IntakeMessages } from "../../words/intake-messages.ts";
import type { TranscriptMessages } from "../../words/transcript-messages.ts";

const transcripts = {
  hints: {
    blank: "Diese Datei enthält nur Leerzeichen und leere Zeilen. Wurde sie vollständig gespeichert?",
    "no-cues": "Diese Untertitel enthalten keinen Text.",
    "cut-off": "Das Ende dieser Datei fehlt. Wurde sie vollständig heruntergeladen?",
    recording: "Das ist eine Aufnahme. Fügen Sie stattdessen ihr Transkript als Text hinzu.",
    picture: "Das ist ein Bild. Fügen Sie das Transkript stattdessen als Text hinzu.",
    archive: "Das ist ein Archiv. Entpacken Sie es und fügen Sie das Transkript daraus hinzu.",
    "web-page": "Das ist eine Webseite, vielleicht eine Anmeldeseite, die anstelle des Transkripts gespeichert wurde.",
    shortcut: "Das ist nur ein Link zum Dokument. Laden Sie das Dokument herunter und fügen Sie es stattdessen hinzu.",
    locked: "Ein Passwort schützt dieses Dokument, deshalb ist sein Text nicht lesbar.",
    "not-text": "Diese Datei enthält keinen lesbaren Text.",
  },
  renamed: (named, found) =>
    `Dem Namen nach ist das eine .${named}-Datei, dem Inhalt nach eine .${found}-Datei. Benennen Sie sie um oder fügen Sie die richtige hinzu.`,
  encoding: () =>
    "Einige Zeichen dieser Datei werden möglicherweise falsch dargestellt. Speichern Sie sie möglichst als UTF-8 und fügen Sie sie erneut hinzu.",
  announceHints: (count, formats) =>
    formats.plural(count, { other: "Bitte prüfen Sie # Dateien: Etwas daran ist ungewöhnlich." }),
  speakers: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "# Sprecher", other: "# Sprecher" })
      : formats.plural(count, { other: "mindestens # Sprecher" }),
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
  pastedAgain: "Hier steht schon Text. Was soll mit dem jetzt eingefügten Text geschehen?",
  pastedBelow: "Darunter anfügen",
  pastedReplace: "Den ersten Text ersetzen",
  pastedKeep: "Weglassen",
  pastedGone: "Der Text wurde verworfen.",
  pastedBack: "Zurückholen",
  pastedFile: (date) => `Eingefügtes Transkript ${date}`,
} satisfies TranscriptMessages;

const intake = {
  "folder-empty": "In diesem Ordner ist keine Datei, die hinzugefügt werden kann.",
  "folder-for-one":
    "Hier kann nur eine Datei hinzugefügt werden. Öffnen Sie den Ordner und ziehen Sie die Datei selbst hierher.",
  "no-files":
    "Es kam keine Datei mit. Speichern Sie die Datei zuerst auf Ihrem Gerät und fügen Sie sie von dort hinzu.",
  "system-file":
    "Das sieht nach einer Datei aus, die ein Programm hier abgelegt hat, nicht nach einer, die Sie hochladen möchten.",
  addAnyway: "Trotzdem hinzufügen",
} satisfies IntakeMessages;

export const sentences = { intake, transcripts };
