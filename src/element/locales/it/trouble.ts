import type { TroubleMessages } from "../../words/messages.ts";

export const sentences = {
  rejections: {
    empty: "È vuoto. Scelga un file che contenga qualcosa.",
    "too-small": (size) => `È più piccolo di ${size}, il minimo accettato qui.`,
    "too-large": (size) => `È più grande di ${size}, il massimo accettato qui.`,
    type: (kinds) => `Questo tipo di file non è accettato qui. Tipi accettati: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, {
        other: "Il nome supera # caratteri. Ne scelga uno più breve e lo aggiunga di nuovo.",
      }),
    "name-missing": "Non ha un nome. Gliene dia uno e lo aggiunga di nuovo.",
    "too-many": (count, formats) =>
      count === 1
        ? "Un solo file alla volta. Attenda che l’altro sia caricato, o lo annulli, e aggiunga di nuovo questo."
        : formats.plural(count, {
            other: "In questo elenco ci stanno solo # file. Ne rimuova uno e aggiunga di nuovo questo.",
          }),
  },
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
    expired: "Il tempo per questo caricamento è scaduto. Riprovi.",
    checksum: "Il file si è danneggiato durante il trasferimento. Riprovi.",
    protocol: "Il server ha dato una risposta senza senso. Avvisi i responsabili della pagina.",
    "unsupported-transfer":
      "Questa pagina non può caricare nel modo richiesto dal server. Avvisi i responsabili della pagina.",
    internal: "Qualcosa è andato storto in questa pagina. Riprovi.",
  },
} satisfies TroubleMessages;
