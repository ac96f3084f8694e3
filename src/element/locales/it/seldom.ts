import type { SeldomMessages } from "../../words/seldom-messages.ts";

export const sentences: SeldomMessages = {
  already: (date) => `Già caricato in data ${date}`,
  unchanged: "Da allora non è cambiato.",
  alreadyAs: (name) => `Lo stesso contenuto è stato caricato come ${name}.`,
  alreadyMany: (count, formats) =>
    formats.plural(count, { other: "# file erano già stati caricati. Caricali di nuovo o rimuovili." }),
  signedOut: "Accesso scaduto",
  continueVisible: "Continua",
  uploading: "Caricamento…",
};
