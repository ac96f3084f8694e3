import type { SeldomMessages } from "../../words/seldom-messages.ts";

export const sentences: SeldomMessages = {
  already: (date) => `Przesłano już: ${date}`,
  unchanged: "Od tamtej pory się nie zmienił.",
  alreadyAs: (name) => `Tę samą zawartość przesłano jako ${name}.`,
  alreadyMany: (count, formats) =>
    formats.plural(count, {
      one: "# plik został już przesłany. Prześlij go ponownie lub usuń.",
      few: "# pliki zostały już przesłane. Prześlij je ponownie lub usuń.",
      other: "# plików zostało już przesłanych. Prześlij je ponownie lub usuń.",
    }),
  signedOut: "Wylogowano",
  continueVisible: "Kontynuuj",
  uploading: "Przesyłanie…",
};
