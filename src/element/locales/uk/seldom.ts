import type { SeldomMessages } from "../../words/seldom-messages.ts";

export const sentences: SeldomMessages = {
  already: (date) => `Уже завантажено: ${date}`,
  unchanged: "Відтоді він не змінився.",
  alreadyAs: (name) => `Той самий вміст було завантажено під назвою ${name}.`,
  alreadyMany: (count, formats) =>
    formats.plural(count, {
      one: "# файл уже було завантажено. Завантажте його знову або приберіть.",
      few: "# файли вже було завантажено. Завантажте їх знову або приберіть.",
      other: "# файлів уже було завантажено. Завантажте їх знову або приберіть.",
    }),
  signedOut: "Сеанс завершено",
  continueVisible: "Продовжити",
  uploading: "Завантажується…",
};
