import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "Завантаження файлів",
  heading: (multiple) => (multiple ? "Перетягніть файли сюди" : "Перетягніть файл сюди"),
  headingMore: "Перетягніть ще файли",
  headingAdding: "Файли додаються…",
  dropAccepted: "Відпустіть, щоб додати",
  dropRefused: "Це сюди додати не можна",
  browse: (kind) => ({ file: "Вибрати файл", files: "Вибрати файли", folder: "Вибрати папку" })[kind],
  pasteText: "Вставити текст",
  kinds: { audio: "аудіо", image: "зображення", text: "текст", video: "відео" },
  upTo: (size, each) => `до ${size}${each ? " кожен" : ""}`,
  atMost: (count, formats) => formats.plural(count, { one: "не більше # файлу", other: "не більше # файлів" }),
  notSetUp: "Завантаження на цій сторінці ще не налаштовано. До того часу ваші файли залишаються в списку.",

  notAdded: (name) => `Файл ${name} не додано`,
  manyNotAdded: (count, formats) =>
    formats.plural(count, { one: "Не додано # файл", few: "Не додано # файли", other: "Не додано # файлів" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "і ще #" }),
  details: "Які саме та чому",
  dismiss: "Закрити повідомлення",
  unreadable: "Не вдалося його прочитати. Перевірте, чи він іще існує та чи ви можете його відкрити.",
  notLoaded: "Не вдалося завантажити частину цієї сторінки. Перевірте з’єднання та додайте файл знову.",

  because: (title, reason) => `${title}. ${reason}`,
  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1
      ? `Файл ${name} додано.`
      : formats.plural(count, { one: "Додано # файл.", few: "Додано # файли.", other: "Додано # файлів." }),
  announceFailed: (name, reason) => `Файл ${name} не завантажено. ${reason}`,
  announceManyFailed: (count, formats) =>
    formats.plural(count, {
      one: "Не завантажено # файл.",
      few: "Не завантажено # файли.",
      other: "Не завантажено # файлів.",
    }),
  offline: "Немає з’єднання. Завантаження продовжиться, щойно воно з’явиться.",
  continued: "Продовжено з місця обриву",
  changed: "Вміст змінився, тому файл завантажується спочатку.",
  announceResumed: "Продовжено",
  announceOnline: "З’єднання відновлено.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "Завантажено # файл", few: "Завантажено # файли", other: "Завантажено # файлів" })}${failed ? formats.plural(failed, { other: ", не завантажено: #" }) : ""}.`,

  valueMissing: (multiple) => (multiple ? "Додайте принаймні один файл." : "Додайте файл."),
  stillUploading: "Зачекайте, доки завантажаться всі файли.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./trouble.ts"),
  () => import("./transcripts.ts"),
] as const;
