import type { SeldomMessages } from "../../words/seldom-messages.ts";

export const sentences: SeldomMessages = {
  already: (date) => `Ya se subió el ${date}`,
  unchanged: "No ha cambiado desde entonces.",
  alreadyAs: (name) => `El mismo contenido se subió como ${name}.`,
  alreadyMany: (count, formats) =>
    formats.plural(count, { other: "# archivos ya se habían subido. Vuelva a subirlos o quítelos." }),
  signedOut: "Sesión cerrada",
  continueVisible: "Continuar",
  uploading: "Subiendo…",
};
