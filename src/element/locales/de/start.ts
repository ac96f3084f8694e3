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
    "Das Hochladen ist auf dieser Seite noch nicht eingerichtet. Bis dahin bleiben Ihre Dateien in dieser Liste.",

  notAdded: (name) => `${name} wurde nicht hinzugefügt`,
  manyNotAdded: (count, formats) => formats.plural(count, { other: "# Dateien wurden nicht hinzugefügt" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "und # weitere" }),
  details: "Anzeigen, welche und warum",
  dismiss: "Meldung schließen",
  unreadable:
    "Die Datei konnte nicht gelesen werden. Prüfen Sie, ob sie noch vorhanden ist und ob Sie sie öffnen dürfen.",
  notLoaded:
    "Ein Teil dieser Seite konnte nicht geladen werden. Prüfen Sie Ihre Verbindung und fügen Sie die Datei erneut hinzu. Hilft das nicht, laden Sie die Seite neu.",
  keptOffline: "Sie sind offline. Ihre Dateien werden hinzugefügt, sobald Sie wieder verbunden sind.",
  rejections: {
    empty: "Die Datei ist leer. Wählen Sie eine Datei mit Inhalt.",
    "too-small": (size) =>
      `Die Datei ist kleiner als ${size}, die hier verlangte Mindestgröße. Wählen Sie eine größere Datei.`,
    "too-large": (size) =>
      `Die Datei ist größer als ${size}, die hier erlaubte Höchstgröße. Wählen Sie eine kleinere Datei.`,
    type: (kinds) => `Dieser Dateityp wird hier nicht akzeptiert. Erlaubt: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, {
        other: "Der Dateiname ist länger als # Zeichen. Kürzen Sie ihn und fügen Sie die Datei erneut hinzu.",
      }),
    "name-missing": "Die Datei hat keinen Namen. Geben Sie ihr einen Namen und fügen Sie sie erneut hinzu.",
    "too-many": (count, formats) =>
      count === 1
        ? "Nur eine Datei auf einmal. Warten Sie, bis die andere hochgeladen ist, oder brechen Sie sie ab, und fügen Sie diese erneut hinzu."
        : formats.plural(count, {
            other: "In diese Liste passen nur # Dateien. Entfernen Sie eine und fügen Sie diese erneut hinzu.",
          }),
  },
  because: (title, reason) => `${title}. ${reason}`,

  valueMissing: (multiple) =>
    multiple ? "Bitte fügen Sie mindestens eine Datei hinzu." : "Bitte fügen Sie eine Datei hinzu.",
  stillUploading: "Noch sind nicht alle Dateien hochgeladen. Bitte warten Sie, oder setzen Sie die angehaltenen fort.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./outcomes.ts"),
  () => import("./transcripts.ts"),
] as const;
