import type { IntakeMessages } from "../../words/intake-messages.ts";
import type { TranscriptMessages } from "../../words/transcript-messages.ts";

const transcripts = {
  hints: {
    blank: "У цьому файлі лише пробіли. Чи повністю його збережено?",
    "no-cues": "У цих субтитрах немає слів.",
    "cut-off": "Кінець цього файлу відсутній. Чи повністю його збережено на пристрої?",
    recording: "Це запис. Додайте замість нього розшифровку — його текст.",
    picture: "Це зображення. Додайте замість нього розшифровку — текст.",
    archive: "Це архів. Розпакуйте його й додайте розшифровку з нього.",
    "web-page": "Це вебсторінка, можливо, сторінка входу, збережена замість розшифровки.",
    shortcut: "Це лише посилання на документ. Збережіть сам документ і додайте його.",
    locked: "Документ захищено паролем, тому його текст не можна прочитати.",
    "not-text": "У цьому файлі немає читабельного тексту.",
  },
  renamed: (named, found) =>
    `За назвою це файл .${named}, а за вмістом — .${found}. Перейменуйте його або додайте потрібний.`,
  encoding: () => "Деякі символи цього файлу можуть спотворитися. Краще збережіть його в UTF-8 і додайте знову.",
  announceHints: (count, formats) =>
    formats.plural(count, {
      one: "Погляньте на # файл: із ними щось не так.",
      few: "Погляньте на # файли: із ними щось не так.",
      other: "Погляньте на # файлів: із ними щось не так.",
    }),
  speakers: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "# мовець", few: "# мовці", other: "# мовців" })
      : formats.plural(count, { one: "щонайменше # мовець", few: "щонайменше # мовці", other: "щонайменше # мовців" }),
  cues: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "# репліка", few: "# репліки", other: "# реплік" })
      : formats.plural(count, { one: "близько # репліки", other: "близько # реплік" }),

  pasted: "Вставлений текст",
  pastedName: "Назва файлу",
  pastedContent: "Текст розшифровки",
  pastedEmpty: "Тексту ще немає. Вставте або введіть його тут.",
  pastedAdd: "Додати",
  pastedDiscard: "Видалити",
  pastedAgain: "Тут уже є текст. Що зробити з щойно вставленим?",
  pastedBelow: "Додати нижче",
  pastedReplace: "Замінити перший",
  pastedKeep: "Не використовувати",
  pastedGone: "Текст видалено.",
  pastedBack: "Повернути",
  pastedFile: (date) => `Вставлена розшифровка ${date}`,
} satisfies TranscriptMessages;

const intake = {
  "folder-empty": "У цій папці немає файлів, які можна додати.",
  "folder-for-one": "Тут можна додати лише один файл. Відкрийте папку й перетягніть сам файл.",
  "no-files": "Файлу не виявилося. Спершу збережіть файл на пристрої, а потім додайте його звідти.",
  "system-file": "Схоже, цей файл залишила програма; навряд чи ви хотіли його завантажити.",
  addAnyway: "Усе одно додати",
} satisfies IntakeMessages;

export const sentences = { intake, transcripts };
