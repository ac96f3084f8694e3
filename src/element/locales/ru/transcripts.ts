import type { IntakeMessages } from "../../words/intake-messages.ts";
import type { TranscriptMessages } from "../../words/transcript-messages.ts";

const transcripts = {
  hints: {
    blank: "В этом файле только пробелы. Он сохранён полностью?",
    "no-cues": "В этих субтитрах нет слов.",
    "cut-off": "Конец этого файла отсутствует. Он скачан полностью?",
    recording: "Это запись. Добавьте вместо неё расшифровку — её текст.",
    picture: "Это изображение. Добавьте вместо него расшифровку — текст.",
    archive: "Это архив. Распакуйте его и добавьте расшифровку из него.",
    "web-page": "Это веб-страница, возможно, страница входа, сохранённая вместо расшифровки.",
    shortcut: "Это только ссылка на документ. Скачайте сам документ и добавьте его.",
    locked: "Документ защищён паролем, поэтому его текст нельзя прочитать.",
    "not-text": "В этом файле нет читаемого текста.",
  },
  renamed: (named, found) =>
    `По имени это файл .${named}, а по содержимому — .${found}. Переименуйте его или добавьте нужный.`,
  encoding: () => "Некоторые символы этого файла могут исказиться. Лучше сохраните его в UTF-8 и добавьте снова.",
  announceHints: (count, formats) =>
    formats.plural(count, {
      one: "Проверьте # файл: с ними что-то не так.",
      few: "Проверьте # файла: с ними что-то не так.",
      other: "Проверьте # файлов: с ними что-то не так.",
    }),
  speakers: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "# говорящий", few: "# говорящих", other: "# говорящих" })
      : formats.plural(count, { one: "не менее # говорящего", other: "не менее # говорящих" }),
  cues: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "# реплика", few: "# реплики", other: "# реплик" })
      : formats.plural(count, { one: "около # реплики", other: "около # реплик" }),

  pasted: "Вставленный текст",
  pastedName: "Имя файла",
  pastedContent: "Текст расшифровки",
  pastedEmpty: "Текста пока нет. Вставьте или введите его здесь.",
  pastedAdd: "Добавить",
  pastedDiscard: "Удалить",
  pastedAgain: "Здесь уже есть текст. Что сделать с только что вставленным?",
  pastedBelow: "Добавить ниже",
  pastedReplace: "Заменить первый",
  pastedKeep: "Не использовать",
  pastedGone: "Текст удалён.",
  pastedBack: "Вернуть",
  pastedFile: (date) => `Вставленная расшифровка ${date}`,
} satisfies TranscriptMessages;

const intake = {
  "folder-empty": "В этой папке нет файлов, которые можно добавить.",
  "folder-for-one": "Здесь можно добавить только один файл. Откройте папку и перетащите сам файл.",
  "no-files": "Файла не оказалось. Сначала сохраните файл на устройстве, затем добавьте его оттуда.",
  "system-file": "Похоже, этот файл оставила программа; вряд ли вы хотели его загрузить.",
  addAnyway: "Всё равно добавить",
} satisfies IntakeMessages;

export const sentences = { intake, transcripts };
