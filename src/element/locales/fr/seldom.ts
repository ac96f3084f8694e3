import type { SeldomMessages } from "../../words/seldom-messages.ts";

export const sentences: SeldomMessages = {
  already: (date) => `Déjà envoyé le ${date}`,
  unchanged: "Il n’a pas changé depuis.",
  alreadyAs: (name) => `Le même contenu a été envoyé sous le nom ${name}.`,
  alreadyMany: (count, formats) =>
    formats.plural(count, { other: "# fichiers ont déjà été envoyés. Renvoyez-les ou retirez-les." }),
  signedOut: "Session terminée",
  continueVisible: "Continuer",
  uploading: "Envoi en cours…",
};
