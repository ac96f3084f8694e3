import type { FilesMessages } from "../words/messages.ts";

export const sentences = {
  label: "Загруженные файлы",
  heading: "Загруженные файлы",
  columns: { name: "Имя", status: "Статус", size: "Размер", added: "Добавлено", actions: "Действия" },
  statuses: { PENDING: "Не завершено", COMPLETED: "Загружено", CANCELLED: "Отменено", EXPIRED: "Срок истёк" },

  loading: "Список загружается…",
  empty: "Файлов пока нет. Загруженное появится здесь.",
  count: (total, formats) => formats.plural(total, { one: "# файл", few: "# файла", other: "# файлов" }),
  range: (from, to, total, formats) => `${formats.number(from)}–${formats.number(to)} из ${formats.number(total)}`,
  previous: "Предыдущая страница",
  next: "Следующая страница",
  refresh: "Обновить список",

  openVisible: "Скачать",
  open: (name) => `Скачать ${name}`,
  cancel: (name) => `Отменить загрузку ${name}`,

  notSetUp: "Список файлов на этой странице ещё не настроен.",
  offline: "Нет соединения. Список загрузится, как только оно появится.",
  busy: (duration) =>
    `Сервер занят. ${duration === null ? "Идёт новая попытка." : `Через ${duration} — новая попытка.`}`,
  listFailed: "Не удалось получить список файлов",
  notOpened: (name) => `Не удалось открыть ${name}`,
  notCancelled: (name) => `Не удалось отменить загрузку ${name}`,
  problems: {
    network: "Сервер недоступен. Проверьте интернет и попробуйте снова.",
    timeout: "Сервер слишком долго не отвечал. Попробуйте снова чуть позже.",
    busy: "Сервер перегружен. Попробуйте снова чуть позже.",
    server: "На сервере возникла проблема. Попробуйте снова чуть позже.",
    unauthorized: "Вы не вошли в систему. Войдите и попробуйте снова.",
    forbidden: "У вас нет прав на просмотр этих данных.",
    "not-found": "Этого файла больше нет на сервере.",
    changed: "Тем временем статус файла изменился. Обновите список.",
    refused: "Сервер этого не принял.",
    protocol: "Список на этой странице сейчас не работает. Сообщите владельцам страницы.",
  },
  serverSaid: (words) => `Ответ сервера: «${words}»`,
  tryAgain: "Повторить",
  dismiss: "Закрыть сообщение",
  ready: (name) => `Файл ${name} готов, но браузер не открыл вкладку.`,
  openLink: "Открыть",

  because: (title, reason) => `${title}. ${reason}`,
  announceShown: (range) => `Файлы: ${range}.`,
  announceCancelled: (name) => `Отменено: ${name}.`,
} satisfies FilesMessages;

export const more = [] as const;
