import type { FilesMessages } from "../words/messages.ts";

export const sentences = {
  label: "Завантажені файли",
  heading: "Завантажені файли",
  columns: { name: "Назва", status: "Стан", size: "Розмір", added: "Додано", actions: "Дії" },
  statuses: { PENDING: "Не завершено", COMPLETED: "Завантажено", CANCELLED: "Скасовано", EXPIRED: "Минув термін" },

  loading: "Список завантажується…",
  empty: "Файлів поки немає. Завантажене з’явиться тут.",
  count: (total, formats) => formats.plural(total, { one: "# файл", few: "# файли", other: "# файлів" }),
  range: (from, to, total, formats) => `${formats.number(from)}–${formats.number(to)} із ${formats.number(total)}`,
  previous: "Попередня сторінка",
  next: "Наступна сторінка",
  refresh: "Оновити список",

  openVisible: "Зберегти",
  open: (name) => `Зберегти ${name}`,
  cancel: (name) => `Скасувати завантаження ${name}`,

  notSetUp: "Список файлів на цій сторінці ще не налаштовано.",
  offline: "Немає з’єднання. Список завантажиться, щойно воно з’явиться.",
  busy: (duration) =>
    `Сервер зайнятий. ${duration === null ? "Триває нова спроба." : `Через ${duration} — нова спроба.`}`,
  listFailed: "Не вдалося отримати список файлів",
  notOpened: (name) => `Не вдалося відкрити ${name}`,
  notCancelled: (name) => `Не вдалося скасувати завантаження ${name}`,
  problems: {
    network: "Сервер недоступний. Перевірте інтернет і спробуйте знову.",
    timeout: "Сервер надто довго не відповідав. Спробуйте знову трохи згодом.",
    busy: "Сервер дуже зайнятий. Спробуйте знову трохи згодом.",
    server: "На сервері сталася проблема. Спробуйте знову трохи згодом.",
    unauthorized: "Ви не ввійшли в систему. Увійдіть і спробуйте знову.",
    forbidden: "Вам не дозволено це переглядати.",
    "not-found": "Цього файлу більше немає на сервері.",
    changed: "Тим часом стан файлу змінився. Оновіть список.",
    refused: "Сервер цього не прийняв.",
    protocol: "Список на цій сторінці зараз не працює. Повідомте власників сторінки.",
  },
  serverSaid: (words) => `Відповідь сервера: «${words}»`,
  tryAgain: "Повторити",
  dismiss: "Закрити повідомлення",
  ready: (name) => `Файл ${name} готовий, але браузер не відкрив вкладку.`,
  openLink: "Відкрити",

  because: (title, reason) => `${title}. ${reason}`,
  announceShown: (range) => `Файли: ${range}.`,
  announceCancelled: (name) => `Скасовано: ${name}.`,
} satisfies FilesMessages;

export const more = [] as const;
