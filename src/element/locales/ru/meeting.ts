import type { MeetingMessages } from "../../words/meeting-messages.ts";

export const sentences: MeetingMessages = {
  heading: "Сведения о встрече",
  title: "Название",
  date: "Дата",
  start: "Начало",
  end: "Конец",
  upload: "Загрузить",
  discard: "Убрать",
  summary: (when, people) => (people === "" ? `Встреча: ${when}` : `Встреча: ${when}, ${people}`),
  people: (first, others, formats) =>
    formats.plural(others, {
      one: `${first} и ещё # человек`,
      few: `${first} и ещё # человека`,
      many: `${first} и ещё # человек`,
      other: `${first} и ещё # человека`,
    }),
  zone: (zone) => `Время указано в вашем часовом поясе (${zone}).`,
  zoneAssumed: (zone) => `В файле не указан часовой пояс. Проверьте время: оно прочитано как ваше местное (${zone}).`,
  whichDate: "Какая дата верна?",
  askTitle: "Введите название встречи.",
  askDate: "Укажите дату встречи.",
  askStart: "Укажите время начала.",
  askEnd: "Укажите время окончания.",
  future: "Это время ещё не наступило. Укажите, когда прошла встреча.",
  tooLong: "Эта встреча длилась бы больше 18 часов. Проверьте начало и конец.",
};
