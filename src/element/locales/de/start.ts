import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "Dateien hochladen",
  heading: (multiple) => (multiple ? "Dateien hier ablegen" : "Datei hier ablegen"),
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

  because: (title, reason) => `${title}. ${reason}`,
  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} hinzugefügt.` : formats.plural(count, { other: "# Dateien hinzugefügt." }),
  announceFailed: (name, reason) => `${name} wurde nicht hochgeladen. ${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "# Dateien wurden nicht hochgeladen." }),
  offline: "Sie sind offline. Es geht weiter, sobald Sie wieder verbunden sind.",
  continued: "Nach der Unterbrechung fortgesetzt",
  changed: "Der Inhalt ist nicht mehr derselbe, deshalb wird die Datei von Anfang an hochgeladen.",
  announceResumed: "Fortgesetzt",
  announceOnline: "Sie sind wieder online.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "# Datei hochgeladen", other: "# Dateien hochgeladen" })}${failed ? formats.plural(failed, { other: ", # nicht hochgeladen" }) : ""}.`,

  valueMissing: (multiple) =>
    multiple ? "Bitte fügen Sie mindestens eine Datei hinzu." : "Bitte fügen Sie eine Datei hinzu.",
  stillUploading: "Bitte warten Sie, bis alle Dateien hochgeladen sind.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./trouble.ts"),
  () => import("./transcripts.ts"),
] as const;
