import type { OutcomeMessages } from "../../words/messages.ts";

export const sentences = {
  errors: {
    network: "Die Verbindung wurde unterbrochen. Prüfen Sie Ihre Internetverbindung und versuchen Sie es erneut.",
    timeout: "Der Server hat zu lange nicht geantwortet. Bitte versuchen Sie es gleich noch einmal.",
    "storage-unreachable":
      "Der Dateispeicher ist von dieser Seite aus nicht erreichbar. Wenn das erneut passiert, wenden Sie sich bitte an die Betreiber dieser Seite.",
    "file-unreadable":
      "Die Datei ist nicht mehr lesbar. Sie wurde verschoben, umbenannt oder geändert; bitte fügen Sie sie erneut hinzu.",
    "rate-limited": "Der Server ist stark ausgelastet. Bitte versuchen Sie es gleich noch einmal.",
    server: "Auf dem Server ist ein Problem aufgetreten. Bitte versuchen Sie es gleich noch einmal.",
    unauthorized: "Melden Sie sich wieder an, etwa in einem anderen Tab, und machen Sie hier weiter.",
    forbidden:
      "Sie dürfen diese Datei hier nicht hochladen. Sollte das nicht stimmen, wenden Sie sich bitte an die Betreiber dieser Seite.",
    "not-found": "Der Server findet diesen Upload nicht mehr. Bitte versuchen Sie es erneut.",
    conflict:
      "Auf dem Server gibt es bereits eine Datei mit diesem Namen. Benennen Sie Ihre Datei um und fügen Sie sie erneut hinzu, oder versuchen Sie es noch einmal.",
    refused:
      "Der Server hat diese Datei nicht angenommen. Versuchen Sie es mit einer anderen Datei, oder wenden Sie sich an die Betreiber dieser Seite.",
    "too-large": "Diese Datei ist zu groß, um sie hier hochzuladen. Wählen Sie eine kleinere Datei.",
    type: "Dateien dieser Art werden hier nicht angenommen. Wählen Sie eine andere Datei.",
    "too-many":
      "Sie haben so viele Dateien hochgeladen, wie an einem Tag möglich sind. Bitte versuchen Sie es morgen wieder.",
    "share-full":
      "Sie haben zu viele unfertige Uploads. Schließen Sie einige ab oder brechen Sie sie ab, und versuchen Sie es dann erneut.",
    "not-set-up":
      "Das Hochladen funktioniert auf dieser Seite zurzeit nicht. Bitte wenden Sie sich an die Betreiber dieser Seite.",
    expired: "Die Zeit für diesen Upload ist abgelaufen. Bitte versuchen Sie es erneut.",
    checksum: "Die Datei wurde beim Hochladen beschädigt. Bitte versuchen Sie es erneut.",
    protocol:
      "Das Hochladen funktioniert auf dieser Seite zurzeit nicht. Bitte wenden Sie sich an die Betreiber dieser Seite.",
    "unsupported-transfer":
      "Das Hochladen funktioniert auf dieser Seite zurzeit nicht. Bitte wenden Sie sich an die Betreiber dieser Seite.",
    internal: "Auf dieser Seite ist etwas schiefgegangen. Bitte versuchen Sie es erneut.",
  },

  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} hinzugefügt.` : formats.plural(count, { other: "# Dateien hinzugefügt." }),
  announceFailed: (name, reason) => `${name} wurde nicht hochgeladen. ${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "# Dateien wurden nicht hochgeladen." }),
  offline: "Sie sind offline. Das Hochladen geht weiter, sobald Sie wieder verbunden sind.",
  continued: "Nach der Unterbrechung fortgesetzt",
  changed: "Der Inhalt ist nicht mehr derselbe, deshalb wird die Datei von Anfang an hochgeladen.",
  announceResumed: "Fortgesetzt",
  announceOnline: "Sie sind wieder online.",
  announceHalf: "Die Hälfte ist hochgeladen.",
  announceDismissed: "Meldung geschlossen.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "# Datei hochgeladen", other: "# Dateien hochgeladen" })}${failed ? formats.plural(failed, { other: ", # nicht hochgeladen" }) : ""}.`,
} satisfies OutcomeMessages;
