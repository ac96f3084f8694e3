import type { SeldomMessages } from "../../words/seldom-messages.ts";

export const sentences: SeldomMessages = {
  already: (date) => `Al geüpload op ${date}`,
  unchanged: "Het is sindsdien niet veranderd.",
  alreadyAs: (name) => `Dezelfde inhoud is geüpload als ${name}.`,
  alreadyMany: (count, formats) =>
    formats.plural(count, {
      other: "# bestanden zijn al eerder geüpload. Upload ze opnieuw of verwijder ze van de lijst.",
    }),
  signedOut: "Afgemeld",
  continueVisible: "Doorgaan",
  uploading: "Uploaden…",
};
