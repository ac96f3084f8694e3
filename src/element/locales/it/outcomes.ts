import type { OutcomeMessages } from "../../words/messages.ts";

export const sentences = {
  errors: {
    network: "La connessione si è interrotta. Verifichi la rete e riprovi.",
    timeout: "Il server ha impiegato troppo tempo a rispondere. Riprovi tra un momento.",
    "storage-unreachable":
      "L’archivio dei file non è raggiungibile da questa pagina. Se succede ancora, avvisi i responsabili della pagina.",
    "file-unreadable": "Il file non è più leggibile. È stato spostato, rinominato o modificato; lo aggiunga di nuovo.",
    "rate-limited": "Il server è molto occupato. Riprovi tra un momento.",
    server: "Il server ha avuto un problema. Riprovi tra un momento.",
    unauthorized: "La Sua sessione è terminata. Acceda e riprovi.",
    forbidden: "Non ha il permesso di caricare questo file qui.",
    "not-found": "Il server non conosce più questo caricamento. Riprovi.",
    conflict: "Sul server c’è già un file in questo posto. Rinomini il Suo e lo aggiunga di nuovo, oppure riprovi.",
    refused: "Il server non accetta questo file.",
    "too-large": "Questo file è troppo grande per essere caricato qui. Scelga un file più piccolo.",
    type: "Questo tipo di file non è accettato qui. Scelga un altro file.",
    "too-many": "Ha già caricato tutti i file consentiti in un giorno. Riprovi domani.",
    "share-full": "Ha troppi caricamenti non completati. Ne completi o annulli alcuni, poi riprovi.",
    "not-set-up": "Al momento il caricamento non funziona su questa pagina. Avvisi i responsabili della pagina.",
    expired: "Il tempo per questo caricamento è scaduto. Riprovi.",
    checksum: "Il file si è danneggiato durante il trasferimento. Riprovi.",
    protocol: "Al momento il caricamento non funziona su questa pagina. Avvisi i responsabili della pagina.",
    "unsupported-transfer":
      "Al momento il caricamento non funziona su questa pagina. Avvisi i responsabili della pagina.",
    internal: "Qualcosa è andato storto in questa pagina. Riprovi.",
  },

  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} aggiunto.` : formats.plural(count, { other: "# file aggiunti." }),
  announceFailed: (name, reason) => `${name} non è stato caricato. ${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "# file non sono stati caricati." }),
  offline: "È offline. Si riprende appena torna la connessione.",
  continued: "Ripreso da dove si era interrotto",
  changed: "Il contenuto non è più lo stesso, quindi il file viene caricato dall’inizio.",
  announceResumed: "Ripreso",
  announceOnline: "È di nuovo online.",
  announceHalf: "Metà è caricata.",
  announceDismissed: "Messaggio chiuso.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "# file caricato", other: "# file caricati" })}${failed ? formats.plural(failed, { one: ", # non caricato", other: ", # non caricati" }) : ""}.`,
} satisfies OutcomeMessages;
