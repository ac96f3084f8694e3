import type { SeldomMessages } from "../../words/seldom-messages.ts";

export const sentences: SeldomMessages = {
  already: (date) => `Уже загружено: ${date}`,
  unchanged: "С тех пор он не изменился.",
  alreadyAs: (name) => `То же содержимое было загружено под именем ${name}.`,
  alreadyMany: (count, formats) =>
    formats.plural(count, {
      one: "# файл уже был загружен. Загрузите его снова или уберите.",
      few: "# файла уже были загружены. Загрузите их снова или уберите.",
      other: "# файлов уже были загружены. Загрузите их снова или уберите.",
    }),
  signedOut: "Сеанс завершён",
  continueVisible: "Продолжить",
  uploading: "Загружается…",
};
