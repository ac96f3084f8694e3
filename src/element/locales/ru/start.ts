import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "Загрузка файлов",
  heading: (multiple) => (multiple ? "Перетащите файлы сюда" : "Перетащите файл сюда"),
  headingMore: "Перетащите ещё файлы",
  headingAdding: "Файлы добавляются…",
  dropAccepted: "Отпустите, чтобы добавить",
  dropRefused: "Это сюда добавить нельзя",
  browse: (kind) => ({ file: "Выбрать файл", files: "Выбрать файлы", folder: "Выбрать папку" })[kind],
  pasteText: "Вставить текст",
  kinds: { audio: "аудио", image: "изображение", text: "текст", video: "видео" },
  upTo: (size, each) => `до ${size}${each ? " каждый" : ""}`,
  atMost: (count, formats) => formats.plural(count, { one: "не более # файла", other: "не более # файлов" }),
  notSetUp: "Загрузка на этой странице ещё не настроена. До тех пор ваши файлы остаются в списке.",

  notAdded: (name) => `Файл ${name} не добавлен`,
  manyNotAdded: (count, formats) =>
    formats.plural(count, { one: "Не добавлен # файл", few: "Не добавлены # файла", other: "Не добавлено # файлов" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "и ещё #" }),
  details: "Какие и почему",
  dismiss: "Закрыть сообщение",
  unreadable: "Не удалось его прочитать. Проверьте, что он ещё существует и что вы можете его открыть.",
  notLoaded: "Не удалось загрузить часть этой страницы. Проверьте соединение и добавьте файл снова.",

  because: (title, reason) => `${title}. ${reason}`,
  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1
      ? `Файл ${name} добавлен.`
      : formats.plural(count, { one: "Добавлен # файл.", few: "Добавлено # файла.", other: "Добавлено # файлов." }),
  announceFailed: (name, reason) => `Файл ${name} не загружен. ${reason}`,
  announceManyFailed: (count, formats) =>
    formats.plural(count, {
      one: "Не загружен # файл.",
      few: "Не загружены # файла.",
      other: "Не загружено # файлов.",
    }),
  offline: "Нет соединения. Загрузка продолжится, как только оно появится.",
  continued: "Продолжено с места обрыва",
  changed: "Содержимое изменилось, поэтому файл загружается с начала.",
  announceResumed: "Продолжено",
  announceOnline: "Соединение восстановлено.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "Загружен # файл", few: "Загружено # файла", other: "Загружено # файлов" })}${failed ? formats.plural(failed, { other: ", не загружено: #" }) : ""}.`,

  valueMissing: (multiple) => (multiple ? "Добавьте хотя бы один файл." : "Добавьте файл."),
  stillUploading: "Подождите, пока загрузятся все файлы.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./trouble.ts"),
  () => import("./transcripts.ts"),
] as const;
