import type { SeldomMessages } from "../../words/seldom-messages.ts";

export const sentences: SeldomMessages = {
  already: (date) => `Já enviado em ${date}`,
  unchanged: "Ele não mudou desde então.",
  alreadyAs: (name) => `O mesmo conteúdo foi enviado como ${name}.`,
  alreadyMany: (count, formats) =>
    formats.plural(count, { other: "# arquivos já tinham sido enviados. Envie-os de novo ou remova-os." }),
  signedOut: "Sessão encerrada",
  continueVisible: "Continuar",
  uploading: "Enviando…",
};
