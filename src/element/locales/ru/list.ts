import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "Файлы",
  queued: "В очереди",
  held: "Ещё не отправлено, проверьте",
  preparing: "Подготовка…",
  finishing: "Завершение…",
  sentOfTotal: (sent, total) => `${sent} из ${total}`,
  timeLeft: (duration) => `осталось ${duration}`,
  stalled: "Ожидание сети…",
  retrying: (cause, duration) =>
    `${{ busy: "Сервер занят.", problem: "На сервере возникла проблема.", lost: "Соединение прервано." }[cause]} ${duration === null ? "Скоро новая попытка." : `Через ${duration} — новая попытка.`}`,
  paused: "Приостановлено",
  failed: "Не загружено",
  uploaded: "Загружено",
  pleaseCheck: "Загружено, проверьте",
  verified: "Загружено и проверено",
  cancelled: "Отменено",
  serverSaid: (words) => `Ответ сервера: «${words}»`,

  progressLabel: (name) => `Загрузка ${name}`,
  cancel: (name) => `Отменить загрузку ${name}`,
  remove: (name) => `Убрать ${name} из списка`,
  removed: (name, isUploaded) =>
    isUploaded ? `Файл ${name} убран из списка. Он остаётся загруженным.` : `Файл ${name} убран из списка.`,
  removedMany: (count, formats) =>
    formats.plural(count, {
      one: "Из списка убран # файл.",
      few: "Из списка убрано # файла.",
      other: "Из списка убрано # файлов.",
    }),
  undo: "Вернуть",
  retryVisible: "Повторить",
  retry: (name) => `Повторить загрузку ${name}`,
  againVisible: "Загрузить снова",
  anotherVisible: "Выбрать другой",
  pause: (name) => `Приостановить загрузку ${name}`,
  resume: (name) => `Продолжить загрузку ${name}`,

  summary: (uploaded, total, formats) =>
    uploaded === total
      ? formats.plural(total, { one: "Загружен # файл", few: "Загружено # файла", other: "Загружено # файлов" })
      : formats.plural(total, {
          one: `Загружено ${formats.number(uploaded)} из # файла`,
          other: `Загружено ${formats.number(uploaded)} из # файлов`,
        }),
  summaryFailed: (count, formats) => formats.plural(count, { other: "не загружено: #" }),
  summaryToCheck: (count, formats) => formats.plural(count, { other: "проверить: #" }),
  overall: "Все файлы",
  start: "Загрузить",
  sendVisible: "Всё равно загрузить",
  pauseAll: "Приостановить все",
  resumeAll: "Продолжить все",
  cancelAll: "Отменить все",
  retryAll: "Повторить неудавшиеся",
  clear: "Убрать завершённые",
  onlyFailed: "Только неудавшиеся",

  restored: "Загружено ранее",
  submitWaits: "Форма отправится, как только загрузятся все файлы.",
  submitStopped:
    "Форма не отправлена, потому что загрузились не все файлы. Повторите или уберите неудавшиеся и отправьте снова.",
  submitCancel: "Пока не отправлять",

  interrupted: "Загрузки, не завершённые в прошлый раз",
  safe: (safe, total) => `уже загружено ${safe} из ${total}`,
  resumeVisible: "Продолжить",
  discardVisible: "Отменить",
  discard: (name) => `Отменить загрузку ${name}`,
  addAgain: "Чтобы продолжить, добавьте тот же файл ещё раз.",
  chooseVisible: "Выбрать снова",
  notReopened: "Браузер не смог снова открыть файл. Добавьте его ещё раз: загрузка продолжится с места остановки.",
} satisfies ListMessages;
