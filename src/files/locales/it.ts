import type { FilesMessages } from "../words/messages.ts";

export const sentences = {
  label: "File caricati",
  heading: "File caricati",
  columns: { name: "Nome", status: "Stato", size: "Dimensione", added: "Aggiunto", actions: "Azioni" },
  statuses: { PENDING: "In attesa", COMPLETED: "Completato", CANCELLED: "Annullato", EXPIRED: "Scaduto" },

  loading: "Caricamento…",
  empty: "Ancora nessun file. Ciò che carica appare qui.",
  count: (total, formats) => formats.plural(total, { other: "# file" }),
  range: (from, to, total, formats) => `${formats.number(from)}–${formats.number(to)} di ${formats.number(total)}`,
  previous: "Pagina precedente",
  next: "Pagina successiva",
  refresh: "Aggiorna l’elenco",

  openVisible: "Scarica",
  open: (name) => `Scarica ${name}`,
  cancel: (name) => `Annulla ${name}`,

  notSetUp: "L’elenco dei file non è ancora configurato su questa pagina.",
  offline: "È offline. L’elenco si carica appena torna la connessione.",
  busy: (duration) =>
    `Il server è occupato. ${duration === null ? "Nuovo tentativo in corso." : `Nuovo tentativo tra ${duration}`}`,
  listFailed: "Non è stato possibile caricare l’elenco",
  notOpened: (name) => `Non è stato possibile aprire ${name}`,
  notCancelled: (name) => `Non è stato possibile annullare ${name}`,
  problems: {
    network: "Il server non è raggiungibile. Verifichi la rete e riprovi.",
    timeout: "Il server ha impiegato troppo tempo a rispondere. Riprovi tra un momento.",
    busy: "Il server è molto occupato. Riprovi tra un momento.",
    server: "Il server ha avuto un problema. Riprovi tra un momento.",
    unauthorized: "La Sua sessione è terminata. Acceda e riprovi.",
    forbidden: "Non ha il permesso di vedere questo contenuto.",
    "not-found": "Il server non lo conosce più.",
    changed: "Nel frattempo il suo stato è cambiato.",
    refused: "Il server non accetta questa richiesta.",
    protocol: "Al momento l’elenco non funziona su questa pagina. Avvisi i responsabili della pagina.",
  },
  serverSaid: (words) => `Il server dice: «${words}»`,
  tryAgain: "Riprova",
  dismiss: "Chiudi questo messaggio",
  ready: (name) => `${name} è pronto, ma il browser non ha aperto una scheda.`,
  openLink: "Apri",

  because: (title, reason) => `${title}. ${reason}`,
  announceShown: (range) => `File: ${range}.`,
  announceCancelled: (name) => `${name} annullato.`,
} satisfies FilesMessages;

export const more = [] as const;
