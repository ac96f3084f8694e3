import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "Dateien hochladen",
  heading: (multiple) => (multiple ? "Dateien hier ablegen" : "Datei hier ablegen"),
  headingTranscript: "Transkript hinzufügen",
  headingMore: "Weitere Dateien ablegen",
  headingAdding: "Dateien werden hinzugefügt…",
  dropAccepted: "Zum Hinzufügen loslassen",
  dropRefused: "Das kann hier nicht hinzugefügt werden",
  browse: (kind) => ({ file: "Datei auswählen", files: "Dateien auswählen", folder: "Ordner auswählen" })[kind],
  pasteText: "Text einfügen",
  kinds: { audio: "Audio", image: "Bild", text: "Text", video: "Video" },
  upTo: (size, each) => `${each ? "je " : ""}bis zu ${size}`,
  atMost: (count, formats) => formats.plural(count, { other: "höchstens # Dateien" }),
  notSetUp:
    "Das Hochladen ist auf dieser Seite noch nicht eingerichtet. Bis dahin bleiben Ihre Dateien auf dieser Liste.",

  notAdded: (name) => `${name} wurde nicht hinzugefügt`,
  manyNotAdded: (count, formats) => formats.plural(count, { other: "# Dateien wurden nicht hinzugefügt" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "und # weitere" }),
  details: "Zeigen, welche und warum",
  dismiss: "Meldung schließen",
  unreadable: "Sie konnte nicht gelesen werden. Prüfen Sie, ob es sie noch gibt und ob Sie sie öffnen dürfen.",
  notLoaded:
    "Ein Teil dieser Seite konnte nicht geladen werden. Prüfen Sie Ihre Verbindung und fügen Sie die Datei erneut hinzu.",
  keptOffline: "Sie sind offline. Ihre Dateien werden hinzugefügt, sobald Sie wieder verbunden sind.",
  rejections: {
    empty: "Sie ist leer. Wählen Sie eine Datei mit Inhalt.",
    "too-small": (size) => `Sie ist kleiner als ${size}; so groß muss eine Datei hier mindestens sein.`,
    "too-large": (size) => `Sie ist größer als ${size}; so groß darf eine Datei hier höchstens sein.`,
    type: (kinds) => `Diese Art von Datei wird hier nicht angenommen. Angenommen wird: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, {
        other: "Ihr Name ist länger als # Zeichen. Kürzen Sie ihn und fügen Sie die Datei erneut hinzu.",
      }),
    "name-missing": "Sie hat keinen Namen. Geben Sie ihr einen und fügen Sie sie erneut hinzu.",
    "too-many": (count, formats) =>
      count === 1
        ? "Nur eine Datei auf einmal. Warten Sie, bis die andere hochgeladen ist, oder brechen Sie sie ab, und fügen Sie diese erneut hinzu."
        : formats.plural(count, {
            other: "Auf diese Liste passen nur # Dateien. Entfernen Sie eine und fügen Sie diese erneut hinzu.",
          }),
  },
  because: (title, reason) => `${title}. ${reason}`,

  valueMissing: (multiple) =>
    multiple ? "Bitte fügen Sie mindestens eine Datei hinzu." : "Bitte fügen Sie eine Datei hinzu.",
  stillUploading: "Bitte warten Sie, bis alle Dateien hochgeladen sind.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./outcomes.ts"),
  () => import("./transcripts.ts"),
] as const;
