import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "Bestanden",
  queued: "In de wachtrij",
  held: "Nog niet verzonden, controleer het even",
  preparing: "Voorbereiden…",
  finishing: "Afronden…",
  sentOfTotal: (sent, total) => `${sent} van ${total}`,
  timeLeft: (duration) => `nog ${duration}`,
  stalled: "Wacht op het netwerk…",
  retrying: (cause, duration) =>
    `${{ busy: "De server heeft het druk.", problem: "Er is een probleem met de server.", lost: "De verbinding is verbroken." }[cause]} ${duration === null ? "Nieuwe poging volgt zo." : `Over ${duration} volgt een nieuwe poging.`}`,
  paused: "Gepauzeerd",
  failed: "Niet geüpload",
  uploaded: "Geüpload",
  pleaseCheck: "Geüpload, controleer het even",
  verified: "Geüpload en gecontroleerd",
  cancelled: "Geannuleerd",
  serverSaid: (words) => `De server meldt: “${words}”`,

  progressLabel: (name) => `${name} wordt geüpload`,
  cancel: (name) => `${name} annuleren`,
  remove: (name) => `${name} uit de lijst verwijderen`,
  removed: (name, isUploaded) =>
    isUploaded
      ? `${name} staat niet meer op deze lijst. Het blijft geüpload.`
      : `${name} staat niet meer op deze lijst.`,
  removedMany: (count, formats) =>
    formats.plural(count, {
      one: "# bestand staat niet meer op deze lijst.",
      other: "# bestanden staan niet meer op deze lijst.",
    }),
  undo: "Ongedaan maken",
  retryVisible: "Opnieuw",
  retry: (name) => `${name} opnieuw proberen`,
  againVisible: "Opnieuw uploaden",
  anotherVisible: "Ander bestand kiezen",
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
  summaryToCheck: (count, formats) => formats.plural(count, { other: "# te controleren" }),
  overall: "Alle bestanden",
  start: "Uploaden",
  sendVisible: "Toch uploaden",
  pauseAll: "Alles pauzeren",
  resumeAll: "Alles hervatten",
  cancelAll: "Alles annuleren",
  retryAll: "Mislukte opnieuw proberen",
  clear: "Voltooide van lijst halen",
  onlyFailed: "Alleen mislukte",

  restored: "Eerder geüpload",
  submitWaits: "Het formulier wordt verzonden zodra alle bestanden zijn geüpload.",
  submitStopped:
    "Het formulier is niet verzonden, omdat niet alle bestanden zijn geüpload. Probeer de mislukte opnieuw of verwijder ze en verzend daarna nog eens.",
  submitCancel: "Nog niet verzenden",

  interrupted: "Niet afgemaakt bij een eerder bezoek",
  safe: (safe, total) => `${safe} van ${total} al geüpload`,
  resumeVisible: "Hervatten",
  discardVisible: "Weggooien",
  discard: (name) => `${name} weggooien`,
  addAgain: "Voeg hetzelfde bestand opnieuw toe om verder te gaan.",
  chooseVisible: "Opnieuw kiezen",
  notReopened:
    "De browser kon het niet opnieuw openen. Voeg het bestand opnieuw toe; het gaat verder waar het was gestopt.",
} satisfies ListMessages;
