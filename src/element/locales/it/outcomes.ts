import type { OutcomeMessages } from "../../words/messages.ts";

export const sentences = {
  errors: {
    network: "La connessione si è interrotta. Verifica la connessione a Internet e riprova.",
    timeout: "Il server ha impiegato troppo tempo a rispondere. Riprova tra un momento.",
    "storage-unreachable":
      "L’archivio dei file non è raggiungibile da questa pagina. Se succede ancora, avvisa i responsabili della pagina.",
    "file-unreadable": "Il file non è più leggibile. È stato spostato, rinominato o modificato; aggiungilo di nuovo.",
    "rate-limited": "Il server è molto occupato. Riprova tra un momento.",
    server: "Si è verificato un problema sul server. Riprova tra un momento.",
    unauthorized: "Accedi di nuovo, per esempio in un’altra scheda, poi continua qui.",
    forbidden:
      "Non hai l’autorizzazione per caricare questo file qui. Se pensi che sia un errore, contatta i responsabili della pagina.",
    "not-found": "Il server non riconosce più questo caricamento. Riprova.",
    conflict: "Sul server esiste già un file con questo nome. Rinomina il tuo e aggiungilo di nuovo, oppure riprova.",
    refused: "Il server non ha accettato questo file. Prova con un altro o avvisa i responsabili della pagina.",
    "too-large": "Questo file è troppo grande per essere caricato qui. Scegli un file più piccolo.",
    type: "Questo tipo di file non è accettato qui. Scegli un altro file.",
    "too-many": "Hai già caricato tutti i file consentiti in un giorno. Riprova domani.",
    "share-full": "Hai troppi caricamenti non completati. Completane o annullane alcuni, poi riprova.",
    "not-set-up": "Al momento il caricamento non funziona su questa pagina. Avvisa i responsabili della pagina.",
    expired: "Il tempo per questo caricamento è scaduto. Riprova.",
    checksum: "Il file si è danneggiato durante il caricamento. Riprova.",
    protocol: "Al momento il caricamento non funziona su questa pagina. Avvisa i responsabili della pagina.",
    "unsupported-transfer":
      "Al momento il caricamento non funziona su questa pagina. Avvisa i responsabili della pagina.",
    internal: "Qualcosa è andato storto in questa pagina. Riprova.",
  },

  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} aggiunto.` : formats.plural(count, { other: "# file aggiunti." }),
  announceFailed: (name, reason) => `${name} non è stato caricato. ${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "# file non sono stati caricati." }),
  offline: "Sei offline. Il caricamento riprenderà appena torna la connessione.",
  continued: "Ripreso da dove si era interrotto",
  changed: "Il contenuto non è più lo stesso, quindi il file viene caricato dall’inizio.",
  announceResumed: "Ripreso",
  announceOnline: "Sei di nuovo online.",
  announceHalf: "Metà è già stata caricata.",
  announceDismissed: "Messaggio chiuso.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "# file caricato", other: "# file caricati" })}${failed ? formats.plural(failed, { one: ", # non caricato", other: ", # non caricati" }) : ""}.`,
} satisfies OutcomeMessages;
