import type { OutcomeMessages } from "../../words/messages.ts";

export const sentences = {
  errors: {
    network: "Die Verbindung ging verloren. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.",
    timeout: "Der Server hat zu lange nicht geantwortet. Bitte versuchen Sie es gleich noch einmal.",
    "storage-unreachable":
      "Der Dateispeicher ist von dieser Seite aus nicht erreichbar. Falls das wieder geschieht: Bitte wenden Sie sich an die Betreiber dieser Seite.",
    "file-unreadable":
      "Die Datei ist nicht mehr lesbar. Sie wurde verschoben, umbenannt oder geändert; bitte fügen Sie sie erneut hinzu.",
    "rate-limited": "Der Server ist stark ausgelastet. Bitte versuchen Sie es gleich noch einmal.",
    server: "Beim Server gab es ein Problem. Bitte versuchen Sie es gleich noch einmal.",
    unauthorized: "Sie sind nicht mehr angemeldet. Melden Sie sich an und versuchen Sie es erneut.",
    forbidden: "Sie dürfen diese Datei hier nicht hochladen.",
    "not-found": "Der Server kennt diesen Vorgang nicht mehr. Bitte versuchen Sie es erneut.",
    conflict:
      "Auf dem Server gibt es hier schon eine Datei. Benennen Sie Ihre um und fügen Sie sie erneut hinzu, oder versuchen Sie es noch einmal.",
    refused: "Der Server nimmt diese Datei nicht an.",
    expired: "Die Zeit für diesen Vorgang ist abgelaufen. Bitte versuchen Sie es erneut.",
    checksum: "Die Datei wurde unterwegs beschädigt. Bitte versuchen Sie es erneut.",
    protocol: "Die Antwort des Servers ergibt keinen Sinn. Bitte wenden Sie sich an die Betreiber dieser Seite.",
    "unsupported-transfer":
      "Diese Seite kann nicht so hochladen, wie der Server es verlangt. Bitte wenden Sie sich an die Betreiber dieser Seite.",
    internal: "Auf dieser Seite ist etwas schiefgegangen. Bitte versuchen Sie es erneut.",
  },

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
  announceHalf: "Die Hälfte ist hochgeladen.",
  announceDismissed: "Meldung geschlossen.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "# Datei hochgeladen", other: "# Dateien hochgeladen" })}${failed ? formats.plural(failed, { other: ", # nicht hochgeladen" }) : ""}.`,
} satisfies OutcomeMessages;
