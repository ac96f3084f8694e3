import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "Bestanden",
  queued: "In de wachtrij",
  preparing: "Voorbereiden…",
  checking: "Controleren…",
  awaitingServer: "Afronden…",
  verifying: "Verifiëren…",
  sentOfTotal: (sent, total) => `${sent} van ${total}`,
  timeLeft: (duration) => `nog ${duration}`,
  retrying: (cause, duration) =>
    `${cause === "busy" ? "De server is druk bezet." : "De verbinding is verbroken."} ${duration === null ? "Nieuwe poging volgt zo." : `Nieuwe poging over ${duration}`}`,
  paused: "Gepauzeerd",
  failed: "Niet geüpload",
  uploaded: "Geüpload",
  verified: "Geverifieerd",
  cancelled: "Geannuleerd",
  serverSaid: (words) => `De server meldt: “${words}”`,

  progressLabel: (name) => `${name} uploaden`,
  cancel: (name) => `${name} annuleren`,
  remove: (name) => `${name} uit de lijst verwijderen`,
  retryVisible: "Opnieuw",
  retry: (name) => `${name} opnieuw proberen`,
  pause: (name) => `${name} pauzeren`,
  resume: (name) => `${name} hervatten`,

  summary: (uploaded, total, formats) =>
    uploaded === total
      ? formats.plural(total, { one: "# bestand geüpload", other: "# bestanden geüpload" })
      : formats.plural(total, {
          one: `${formats.number(uploaded)} van # bestand geüpload`,
          other: `${formats.number(uploaded)} van # bestanden geüpload`,
        }),
  summaryFailed: (count, formats) => formats.plural(count, { other: "# niet geüpload" }),
  overall: "Alle bestanden",
  start: "Uploaden",
  pauseAll: "Alles pauzeren",
  resumeAll: "Alles hervatten",
  cancelAll: "Alles annuleren",
  retryAll: "Mislukte opnieuw proberen",
  clear: "Voltooide wissen",
  onlyFailed: "Alleen mislukte",

  restored: "Eerder geüpload",
  submitWaits: "Dit wordt verzonden zodra alle bestanden zijn geüpload.",
  submitStopped:
    "Het is niet verzonden, omdat niet alle bestanden zijn geüpload. Probeer de mislukte opnieuw of verwijder ze en verzend daarna nog eens.",
  submitCancel: "Nog niet verzenden",

  interrupted: "Niet afgemaakt bij een eerder bezoek",
  safe: (safe, total) => `${safe} van ${total} is veilig`,
  resumeVisible: "Hervatten",
  discardVisible: "Weggooien",
  discard: (name) => `${name} weggooien`,
  addAgain: "Voeg hetzelfde bestand opnieuw toe om verder te gaan.",
  notReopened:
    "De browser kon het niet opnieuw openen. Voeg het bestand opnieuw toe; het gaat verder waar het was gestopt.",
} satisfies ListMessages;
