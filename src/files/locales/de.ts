import type { FilesMessages } from "../words/messages.ts";

export const sentences = {
  label: "Hochgeladene Dateien",
  heading: "Hochgeladene Dateien",
  columns: { name: "Name", status: "Status", size: "Größe", added: "Hinzugefügt", actions: "Aktionen" },
  statuses: {
    PENDING: "Unfertig",
    COMPLETED: "Hochgeladen",
    CANCELLED: "Abgebrochen",
    EXPIRED: "Abgelaufen",
  },

  loading: "Wird geladen…",
  empty: "Noch keine Dateien. Was Sie hochladen, erscheint hier.",
  count: (total, formats) => formats.plural(total, { one: "# Datei", other: "# Dateien" }),
  range: (from, to, total, formats) => `${formats.number(from)}–${formats.number(to)} von ${formats.number(total)}`,
  previous: "Vorherige Seite",
  next: "Nächste Seite",
  refresh: "Liste aktualisieren",

  openVisible: "Herunterladen",
  open: (name) => `${name} herunterladen`,
  cancel: (name) => `Hochladen von ${name} abbrechen`,

  notSetUp: "Die Liste der Dateien ist auf dieser Seite noch nicht eingerichtet.",
  offline: "Sie sind offline. Die Liste wird geladen, sobald Sie wieder verbunden sind.",
  busy: (duration) =>
    `Der Server ist ausgelastet. ${duration === null ? "Jetzt folgt ein neuer Versuch." : `In ${duration} folgt ein neuer Versuch.`}`,
  listFailed: "Die Dateien konnten nicht geladen werden",
  notOpened: (name) => `${name} konnte nicht geöffnet werden`,
  notCancelled: (name) => `Das Hochladen von ${name} konnte nicht abgebrochen werden`,
  problems: {
    network: "Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.",
    timeout: "Der Server hat zu lange nicht geantwortet. Bitte versuchen Sie es gleich noch einmal.",
    busy: "Der Server ist stark ausgelastet. Bitte versuchen Sie es gleich noch einmal.",
    server: "Auf dem Server ist ein Problem aufgetreten. Bitte versuchen Sie es gleich noch einmal.",
    unauthorized: "Sie sind nicht angemeldet. Melden Sie sich an und versuchen Sie es erneut.",
    forbidden: "Sie dürfen das hier nicht sehen.",
    "not-found": "Die Datei ist auf dem Server nicht mehr vorhanden.",
    changed: "Der Status der Datei hat sich inzwischen geändert. Aktualisieren Sie die Liste.",
    refused: "Der Server nimmt diese Anfrage nicht an.",
    protocol:
      "Die Liste funktioniert auf dieser Seite zurzeit nicht. Bitte wenden Sie sich an die Betreiber dieser Seite.",
  },
  serverSaid: (words) => `Der Server meldet: „${words}“`,
  tryAgain: "Wiederholen",
  dismiss: "Meldung schließen",
  ready: (name) => `${name} ist bereit, aber Ihr Browser hat keinen Tab dafür geöffnet.`,
  openLink: "Öffnen",

  because: (title, reason) => `${title}. ${reason}`,
  announceShown: (range) => `Dateien: ${range}.`,
  announceCancelled: (name) => `${name} abgebrochen.`,
} satisfies FilesMessages;

export const more = [] as const;
