import type { MeetingMessages } from "../../words/meeting-messages.ts";

export const sentences: MeetingMessages = {
  heading: "Details of the meeting",
  title: "Title",
  date: "Date",
  start: "Start",
  end: "End",
  upload: "Upload",
  discard: "Remove",
  summary: (when, people) => (people === "" ? `Meeting: ${when}` : `Meeting: ${when}, ${people}`),
  people: (first, others, formats) =>
    formats.plural(others, { one: `${first} and # other`, other: `${first} and # others` }),
  zone: (zone) => `Times are in your time zone (${zone}).`,
  zoneAssumed: (zone) =>
    `The file gives no time zone. Please check the times: they are taken as your local time (${zone}).`,
  whichDate: "Which date is meant?",
  askTitle: "Give the meeting a title.",
  askDate: "Enter the date of the meeting.",
  askStart: "Enter when it started.",
  askEnd: "Enter when it ended.",
  future: "This time is still to come. Enter when the meeting took place.",
  tooLong: "This meeting would last more than 18 hours. Check the start and the end.",
};
