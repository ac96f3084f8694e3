import type { MeetingMessages } from "../../words/meeting-messages.ts";

export const sentences: MeetingMessages = {
  heading: "Дані про зустріч",
  title: "Назва",
  date: "Дата",
  start: "Початок",
  end: "Кінець",
  upload: "Завантажити",
  discard: "Прибрати",
  summary: (when, people) => (people === "" ? `Зустріч: ${when}` : `Зустріч: ${when}, ${people}`),
  people: (first, others, formats) =>
    formats.plural(others, {
      one: `${first} і ще # особа`,
      few: `${first} і ще # особи`,
      many: `${first} і ще # осіб`,
      other: `${first} і ще # особи`,
    }),
  zone: (zone) => `Час указано у вашому часовому поясі (${zone}).`,
  zoneAssumed: (zone) => `У файлі не вказано часовий пояс. Перевірте час: його прочитано як ваш місцевий (${zone}).`,
  whichDate: "Яка дата правильна?",
  askTitle: "Введіть назву зустрічі.",
  askDate: "Укажіть дату зустрічі.",
  askStart: "Укажіть час початку.",
  askEnd: "Укажіть час завершення.",
  future: "Цей час іще не настав. Укажіть, коли відбулася зустріч.",
  tooLong: "Ця зустріч тривала б понад 18 годин. Перевірте початок і кінець.",
};
