import type { FilesMessages } from "../words/messages.ts";

export const sentences = {
  label: "File caricati",
  heading: "File caricati",
  columns: { name: "Nome", status: "Stato", size: "Dimensione", added: "Aggiunto", actions: "Azioni" },
  statuses: { PENDING: "Non completato", COMPLETED: "Caricato", CANCELLED: "Annullato", EXPIRED: "Scaduto" },

  loading: "Caricamento…",
  empty: "Ancora nessun file. Ciò che carichi appare qui.",
  count: (total, formats) => formats.plural(total, { other: "# file" }),
  range: (from, to, total, formats) => `${formats.number(from)}–${formats.number(to)} di ${formats.number(total)}`,
  previous: "Pagina precedente",
  next: "Pagina successiva",
  refresh: "Aggiorna l’elenco",

  openVisible: "Scarica",
  open: (name) => `Scarica ${name}`,
  cancel: (name) => `Annulla il caricamento di ${name}`,

  notSetUp: "L’elenco dei file non è ancora configurato su questa pagina.",
  offline: "Sei offline. L’elenco si carica appena torna la connessione.",
  busy: (duration) =>
    `Il server è occupato. ${duration === null ? "Nuovo tentativo in corso." : `Tra ${duration} verrà fatto un nuovo tentativo.`}`,
  listFailed: "Non è stato possibile caricare l’elenco",
  notOpened: (name) => `Non è stato possibile aprire ${name}`,
  notCancelled: (name) => `Non è stato possibile annullare ${name}`,
  problems: {
    network: "Il server non è raggiungibile. Verifica la connessione e riprova.",
    timeout: "Il server ha impiegato troppo tempo a rispondere. Riprova tra un momento.",
    busy: "Il server è molto occupato. Riprova tra un momento.",
    server: "Si è verificato un problema sul server. Riprova tra un momento.",
    unauthorized: "Non hai effettuato l’accesso. Accedi e riprova.",
    forbidden: "Non hai l’autorizzazione per vedere questo contenuto.",
    "not-found": "Il file non è più sul server.",
    changed: "Nel frattempo il suo stato è cambiato. Aggiorna l’elenco.",
    refused: "Il server non accetta questa richiesta.",
    protocol: "Al momento l’elenco non funziona su questa pagina. Avvisa i responsabili della pagina.",
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
