import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "Dateien",
  queued: "Wartet",
  held: "Noch nicht gesendet, bitte prüfen",
  preparing: "Wird vorbereitet…",
  finishing: "Wird abgeschlossen…",
  sentOfTotal: (sent, total) => `${sent} von ${total}`,
  timeLeft: (duration) => `noch ${duration}`,
  stalled: "Wartet auf das Netz…",
  retrying: (cause, duration) =>
    `${{ busy: "Der Server ist ausgelastet.", problem: "Auf dem Server ist ein Problem aufgetreten.", lost: "Die Verbindung wurde unterbrochen." }[cause]} ${duration === null ? "Gleich folgt ein neuer Versuch." : `In ${duration} folgt ein neuer Versuch.`}`,
  paused: "Angehalten",
  failed: "Nicht hochgeladen",
  uploaded: "Hochgeladen",
  pleaseCheck: "Hochgeladen, bitte prüfen",
  verified: "Hochgeladen und geprüft",
  cancelled: "Abgebrochen",
  serverSaid: (words) => `Der Server meldet: „${words}“`,

  progressLabel: (name) => `${name} wird hochgeladen`,
  cancel: (name) => `Hochladen von ${name} abbrechen`,
  remove: (name) => `${name} aus der Liste entfernen`,
  removed: (name, isUploaded) =>
    isUploaded
      ? `${name} steht nicht mehr auf dieser Liste, bleibt aber hochgeladen.`
      : `${name} steht nicht mehr auf dieser Liste.`,
  removedMany: (count, formats) =>
    formats.plural(count, {
      one: "# Datei steht nicht mehr auf dieser Liste.",
      other: "# Dateien stehen nicht mehr auf dieser Liste.",
    }),
  undo: "Rückgängig",
  retryVisible: "Wiederholen",
  retry: (name) => `${name} erneut hochladen`,
  againVisible: "Erneut hochladen",
  anotherVisible: "Andere wählen",
  pause: (name) => `Hochladen von ${name} anhalten`,
  resume: (name) => `Hochladen von ${name} fortsetzen`,

  summary: (uploaded, total, formats) =>
    `${uploaded === total ? "" : `${formats.number(uploaded)} von `}${formats.plural(total, { one: "# Datei hochgeladen", other: "# Dateien hochgeladen" })}`,
  summaryFailed: (count, formats) => formats.plural(count, { other: "# nicht hochgeladen" }),
  summaryToCheck: (count, formats) => formats.plural(count, { other: "# zu prüfen" }),
  overall: "Alle Dateien",
  start: "Hochladen",
  sendVisible: "Trotzdem hochladen",
  pauseAll: "Alle anhalten",
  resumeAll: "Alle fortsetzen",
  cancelAll: "Alle abbrechen",
  retryAll: "Erneut versuchen",
  clear: "Erledigte entfernen",
  onlyFailed: "Nur fehlgeschlagene",

  restored: "Bereits hochgeladen",
  submitWaits: "Das Formular wird gesendet, sobald alle Dateien hochgeladen sind.",
  submitStopped:
    "Das Formular wurde nicht gesendet, weil nicht alle Dateien hochgeladen wurden. Laden Sie die fehlgeschlagenen erneut hoch oder entfernen Sie sie, und senden Sie das Formular dann noch einmal.",
  submitCancel: "Noch nicht senden",

  interrupted: "Bei einem früheren Besuch nicht abgeschlossen",
  safe: (safe, total) => `${safe} von ${total} bereits hochgeladen`,
  resumeVisible: "Fortsetzen",
  discardVisible: "Verwerfen",
  discard: (name) => `${name} verwerfen`,
  addAgain: "Fügen Sie dieselbe Datei erneut hinzu, um fortzufahren.",
  chooseVisible: "Erneut wählen",
  notReopened:
    "Der Browser konnte die Datei nicht erneut öffnen. Bitte fügen Sie sie noch einmal hinzu; das Hochladen geht dort weiter, wo es unterbrochen wurde.",
} satisfies ListMessages;
