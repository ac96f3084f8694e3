import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "Файли",
  queued: "У черзі",
  held: "Ще не надіслано, перевірте",
  preparing: "Підготовка…",
  finishing: "Завершення…",
  sentOfTotal: (sent, total) => `${sent} із ${total}`,
  timeLeft: (duration) => `залишилося ${duration}`,
  stalled: "Очікування мережі…",
  retrying: (cause, duration) =>
    `${{ busy: "Сервер зайнятий.", problem: "На сервері сталася проблема.", lost: "З’єднання перервано." }[cause]} ${duration === null ? "Незабаром нова спроба." : `Через ${duration} — нова спроба.`}`,
  paused: "Призупинено",
  failed: "Не завантажено",
  uploaded: "Завантажено",
  pleaseCheck: "Завантажено, перевірте",
  verified: "Завантажено й перевірено",
  cancelled: "Скасовано",
  serverSaid: (words) => `Відповідь сервера: «${words}»`,

  progressLabel: (name) => `Завантаження ${name}`,
  cancel: (name) => `Скасувати завантаження ${name}`,
  remove: (name) => `Прибрати ${name} зі списку`,
  removed: (name, isUploaded) =>
    isUploaded ? `Файл ${name} прибрано зі списку. Він лишається завантаженим.` : `Файл ${name} прибрано зі списку.`,
  removedMany: (count, formats) =>
    formats.plural(count, {
      one: "Зі списку прибрано # файл.",
      few: "Зі списку прибрано # файли.",
      other: "Зі списку прибрано # файлів.",
    }),
  undo: "Повернути",
  retryVisible: "Повторити",
  retry: (name) => `Повторити завантаження ${name}`,
  againVisible: "Завантажити знову",
  anotherVisible: "Вибрати інший",
  pause: (name) => `Призупинити завантаження ${name}`,
  resume: (name) => `Продовжити завантаження ${name}`,

  summary: (uploaded, total, formats) =>
    uploaded === total
      ? formats.plural(total, { one: "Завантажено # файл", few: "Завантажено # файли", other: "Завантажено # файлів" })
      : formats.plural(total, {
          one: `Завантажено ${formats.number(uploaded)} із # файлу`,
          other: `Завантажено ${formats.number(uploaded)} із # файлів`,
        }),
  summaryFailed: (count, formats) => formats.plural(count, { other: "не завантажено: #" }),
  summaryToCheck: (count, formats) => formats.plural(count, { other: "перевірити: #" }),
  overall: "Усі файли",
  start: "Завантажити",
  sendVisible: "Усе одно завантажити",
  pauseAll: "Призупинити всі",
  resumeAll: "Продовжити всі",
  cancelAll: "Скасувати всі",
  retryAll: "Повторити невдалі",
  clear: "Прибрати завершені",
  onlyFailed: "Лише невдалі",

  restored: "Завантажено раніше",
  submitWaits: "Форму буде надіслано, щойно завантажаться всі файли.",
  submitStopped:
    "Форму не надіслано, бо завантажилися не всі файли. Повторіть або приберіть невдалі й надішліть знову.",
  submitCancel: "Поки не надсилати",

  interrupted: "Завантаження, не завершені минулого разу",
  safe: (safe, total) => `уже завантажено ${safe} із ${total}`,
  resumeVisible: "Продовжити",
  discardVisible: "Скасувати",
  discard: (name) => `Скасувати завантаження ${name}`,
  addAgain: "Щоб продовжити, додайте той самий файл ще раз.",
  chooseVisible: "Вибрати знову",
  notReopened: "Браузер не зміг знову відкрити файл. Додайте його ще раз: завантаження продовжиться з місця зупинки.",
} satisfies ListMessages;
