import type { MeetingMessages } from "../../words/meeting-messages.ts";

export const sentences: MeetingMessages = {
  heading: "Angaben zum Meeting",
  title: "Titel",
  date: "Datum",
  start: "Beginn",
  end: "Ende",
  upload: "Hochladen",
  discard: "Entfernen",
  summary: (when, people) => (people === "" ? `Meeting: ${when}` : `Meeting: ${when}, ${people}`),
  people: (first, others, formats) =>
    formats.plural(others, { one: `${first} und # weitere Person`, other: `${first} und # weitere` }),
  zone: (zone) => `Zeiten in Ihrer Zeitzone (${zone}).`,
  zoneAssumed: (zone) =>
    `Die Datei nennt keine Zeitzone. Bitte prüfen Sie die Zeiten: Sie gelten hier als Ihre Ortszeit (${zone}).`,
  whichDate: "Welches Datum ist gemeint?",
  askTitle: "Geben Sie dem Meeting einen Titel.",
  askDate: "Geben Sie das Datum des Meetings ein.",
  askStart: "Geben Sie den Beginn ein.",
  askEnd: "Geben Sie das Ende ein.",
  future: "Diese Zeit liegt in der Zukunft. Geben Sie ein, wann das Meeting stattfand.",
  tooLong: "Dieses Meeting würde länger als 18 Stunden dauern. Prüfen Sie Beginn und Ende.",
};
