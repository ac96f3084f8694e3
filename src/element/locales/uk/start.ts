import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "Завантаження файлів",
  heading: (multiple) => (multiple ? "Перетягніть файли сюди" : "Перетягніть файл сюди"),
  headingTranscript: "Додайте розшифровку",
  headingMore: "Перетягніть ще файли",
  headingAdding: "Файли додаються…",
  dropAccepted: "Відпустіть, щоб додати",
  dropRefused: "Це сюди додати не можна",
  browse: (kind) => ({ file: "Вибрати файл", files: "Вибрати файли", folder: "Вибрати папку" })[kind],
  pasteText: "Вставити текст",
  kinds: { audio: "аудіо", image: "зображення", text: "текст", video: "відео" },
  upTo: (size, each) => `до ${size}${each ? " кожен" : ""}`,
  atMost: (count, formats) => formats.plural(count, { one: "не більше # файлу", other: "не більше # файлів" }),
  notSetUp: "Завантаження на цій сторінці ще не налаштовано. Поки що файли залишаються в списку.",

  notAdded: (name) => `Файл ${name} не додано`,
  manyNotAdded: (count, formats) =>
    formats.plural(count, { one: "Не додано # файл", few: "Не додано # файли", other: "Не додано # файлів" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "і ще #" }),
  details: "Які саме та чому",
  dismiss: "Закрити повідомлення",
  unreadable: "Не вдалося його прочитати. Перевірте, чи він існує та чи ви можете його відкрити.",
  notLoaded:
    "Не вдалося завантажити частину цієї сторінки. Перевірте з’єднання та додайте файл знову. Якщо не допоможе, оновіть сторінку.",
  keptOffline: "Немає мережі. Файли додадуться, коли вона з’явиться.",
  rejections: {
    empty: "Файл порожній. Виберіть інший.",
    "too-small": (size) => `Він менший за ${size} — тут це мінімум. Виберіть більший файл.`,
    "too-large": (size) => `Він більший за ${size} — тут це максимум. Виберіть менший файл.`,
    type: (kinds) => `Файли цього типу тут не приймаються. Приймаються: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, {
        one: "Його назва довша за # символ. Скоротіть її та додайте файл знову.",
        few: "Його назва довша за # символи. Скоротіть її та додайте файл знову.",
        other: "Його назва довша за # символів. Скоротіть її та додайте файл знову.",
      }),
    "name-missing": "Файл не має назви. Укажіть її та додайте файл знову.",
    "too-many": (count, formats) =>
      count === 1
        ? "Лише один файл за раз. Дочекайтеся завантаження іншого або скасуйте його й додайте цей знову."
        : formats.plural(count, {
            one: "У список вміщується лише # файл. Приберіть один і додайте цей знову.",
            few: "У список вміщуються лише # файли. Приберіть один і додайте цей знову.",
            other: "У список вміщується лише # файлів. Приберіть один і додайте цей знову.",
          }),
  },
  because: (title, reason) => `${title}. ${reason}`,

  valueMissing: (multiple) => (multiple ? "Додайте принаймні один файл." : "Додайте файл."),
  stillUploading: "Завантажено ще не всі файли. Зачекайте або продовжте призупинені.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./outcomes.ts"),
  () => import("./transcripts.ts"),
] as const;
