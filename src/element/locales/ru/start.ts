import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "Загрузка файлов",
  heading: (multiple) => (multiple ? "Перетащите файлы сюда" : "Перетащите файл сюда"),
  headingTranscript: "Добавьте расшифровку",
  headingMore: "Перетащите ещё файлы",
  headingAdding: "Файлы добавляются…",
  dropAccepted: "Отпустите, чтобы добавить",
  dropRefused: "Это сюда добавить нельзя",
  browse: (kind) => ({ file: "Выбрать файл", files: "Выбрать файлы", folder: "Выбрать папку" })[kind],
  pasteText: "Вставить текст",
  kinds: { audio: "аудио", image: "изображение", text: "текст", video: "видео" },
  upTo: (size, each) => `до ${size}${each ? " каждый" : ""}`,
  atMost: (count, formats) => formats.plural(count, { one: "не более # файла", other: "не более # файлов" }),
  notSetUp: "Загрузка на этой странице ещё не настроена. Пока что файлы остаются в списке.",

  notAdded: (name) => `Файл ${name} не добавлен`,
  manyNotAdded: (count, formats) =>
    formats.plural(count, { one: "Не добавлен # файл", few: "Не добавлено # файла", other: "Не добавлено # файлов" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "и ещё #" }),
  details: "Какие и почему",
  dismiss: "Закрыть сообщение",
  unreadable: "Не удалось его прочитать. Проверьте, существует ли он ещё и можете ли вы его открыть.",
  notLoaded:
    "Не удалось загрузить часть этой страницы. Проверьте соединение и добавьте файл снова. Если не поможет, обновите страницу.",
  keptOffline: "Нет сети. Файлы добавятся, когда она появится.",
  rejections: {
    empty: "Файл пуст. Выберите другой.",
    "too-small": (size) => `Он меньше ${size} — здесь это минимум. Выберите файл побольше.`,
    "too-large": (size) => `Он больше ${size} — здесь это максимум. Выберите файл поменьше.`,
    type: (kinds) => `Файлы этого типа здесь не принимаются. Принимаются: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, {
        one: "Его имя длиннее # символа. Сократите его и добавьте файл снова.",
        other: "Его имя длиннее # символов. Сократите его и добавьте файл снова.",
      }),
    "name-missing": "У файла нет имени. Задайте его и добавьте файл снова.",
    "too-many": (count, formats) =>
      count === 1
        ? "Только один файл за раз. Дождитесь загрузки другого или отмените её и добавьте этот снова."
        : formats.plural(count, {
            one: "В список помещается только # файл. Уберите один и добавьте этот снова.",
            few: "В список помещаются только # файла. Уберите один и добавьте этот снова.",
            other: "В список помещается только # файлов. Уберите один и добавьте этот снова.",
          }),
  },
  because: (title, reason) => `${title}. ${reason}`,

  valueMissing: (multiple) => (multiple ? "Добавьте хотя бы один файл." : "Добавьте файл."),
  stillUploading: "Загружены ещё не все файлы. Подождите или продолжите приостановленные.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./outcomes.ts"),
  () => import("./transcripts.ts"),
] as const;
