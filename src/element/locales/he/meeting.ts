import type { MeetingMessages } from "../../words/meeting-messages.ts";

export const sentences: MeetingMessages = {
  heading: "פרטי הפגישה",
  title: "כותרת",
  date: "תאריך",
  start: "התחלה",
  end: "סיום",
  upload: "העלאה",
  discard: "הסרה",
  summary: (when, people) => (people === "" ? `פגישה: ${when}` : `פגישה: ${when}, ${people}`),
  people: (first, others, formats) =>
    formats.plural(others, { one: `${first} ועוד אדם אחד`, other: `${first} ועוד # אנשים` }),
  zone: (zone) => `השעות לפי אזור הזמן שלכם (${zone}).`,
  zoneAssumed: (zone) => `הקובץ אינו מציין אזור זמן. בדקו את השעות: הן נקראו לפי אזור הזמן שלכם (${zone}).`,
  whichDate: "לאיזה תאריך הכוונה?",
  askTitle: "תנו לפגישה כותרת.",
  askDate: "הזינו את תאריך הפגישה.",
  askStart: "הזינו את שעת ההתחלה.",
  askEnd: "הזינו את שעת הסיום.",
  future: "שעה זו עדיין לא הגיעה. הזינו מתי התקיימה הפגישה.",
  tooLong: "לפי השעות האלה הפגישה נמשכה יותר מ־18 שעות. בדקו את ההתחלה ואת הסיום.",
};
