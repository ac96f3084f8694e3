import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "File",
  queued: "In coda",
  held: "Non ancora inviato, da controllare",
  preparing: "Preparazione…",
  finishing: "Completamento…",
  sentOfTotal: (sent, total) => `${sent} di ${total}`,
  timeLeft: (duration) => `ancora ${duration}`,
  stalled: "In attesa della rete…",
  retrying: (cause, duration) =>
    `${{ busy: "Il server è occupato.", problem: "Si è verificato un problema sul server.", lost: "La connessione si è interrotta." }[cause]} ${duration === null ? "Nuovo tentativo a breve." : `Tra ${duration} verrà fatto un nuovo tentativo.`}`,
  paused: "In pausa",
  failed: "Non caricato",
  uploaded: "Caricato",
  pleaseCheck: "Caricato, da controllare",
  verified: "Caricato e verificato",
  cancelled: "Annullato",
  serverSaid: (words) => `Il server dice: «${words}»`,

  progressLabel: (name) => `Caricamento di ${name}`,
  cancel: (name) => `Annulla il caricamento di ${name}`,
  remove: (name) => `Rimuovi ${name} dall’elenco`,
  removed: (name, isUploaded) =>
    isUploaded
      ? `${name} non è più in questo elenco. Il file caricato viene conservato.`
      : `${name} non è più in questo elenco.`,
  removedMany: (count, formats) =>
    formats.plural(count, {
      one: "# file non è più in questo elenco.",
      other: "# file non sono più in questo elenco.",
    }),
  undo: "Ripristina",
  retryVisible: "Riprova",
  retry: (name) => `Riprova a caricare ${name}`,
  againVisible: "Carica di nuovo",
  anotherVisible: "Scegli un altro",
  pause: (name) => `Metti in pausa ${name}`,
  resume: (name) => `Riprendi ${name}`,

  summary: (uploaded, total, formats) =>
    uploaded === total
      ? formats.plural(total, { one: "# file caricato", other: "# file caricati" })
      : formats.plural(total, {
          one: `${formats.number(uploaded)} su # file caricato`,
          other: `${formats.number(uploaded)} su # file caricati`,
        }),
  summaryFailed: (count, formats) => formats.plural(count, { one: "# non caricato", other: "# non caricati" }),
  summaryToCheck: (count, formats) => formats.plural(count, { other: "# da controllare" }),
  overall: "Tutti i file",
  start: "Carica",
  sendVisible: "Carica comunque",
  pauseAll: "Metti tutto in pausa",
  resumeAll: "Riprendi tutto",
  cancelAll: "Annulla tutto",
  retryAll: "Riprova i file non caricati",
  clear: "Rimuovi i completati",
  onlyFailed: "Solo non caricati",

  restored: "Caricati in precedenza",
  submitWaits: "Il modulo verrà inviato appena tutti i file saranno caricati.",
  submitStopped:
    "Il modulo non è stato inviato, perché non tutti i file sono stati caricati. Riprova con quelli non caricati o rimuovili, poi invia di nuovo il modulo.",
  submitCancel: "Non inviare ancora",

  interrupted: "Caricamenti non completati in una visita precedente",
  safe: (safe, total) => `${safe} di ${total} già caricati`,
  resumeVisible: "Riprendi",
  discardVisible: "Scarta",
  discard: (name) => `Scarta ${name}`,
  addAgain: "Aggiungi di nuovo lo stesso file per continuare.",
  chooseVisible: "Scegli di nuovo",
  notReopened:
    "Il browser non è riuscito a riaprire il file. Aggiungilo di nuovo: il caricamento riprenderà da dove si era fermato.",
} satisfies ListMessages;
