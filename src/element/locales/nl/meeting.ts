import type { MeetingMessages } from "../../words/meeting-messages.ts";

export const sentences: MeetingMessages = {
  heading: "Gegevens van de vergadering",
  title: "Titel",
  date: "Datum",
  start: "Begin",
  end: "Einde",
  upload: "Uploaden",
  discard: "Verwijderen",
  summary: (when, people) => (people === "" ? `Vergadering: ${when}` : `Vergadering: ${when}, ${people}`),
  people: (first, others, formats) =>
    formats.plural(others, { one: `${first} en # ander`, other: `${first} en # anderen` }),
  zone: (zone) => `Tijden in uw tijdzone (${zone}).`,
  zoneAssumed: (zone) =>
    `Het bestand noemt geen tijdzone. Controleer de tijden: ze zijn gelezen als die van uw tijdzone (${zone}).`,
  whichDate: "Welke datum is bedoeld?",
  askTitle: "Geef de vergadering een titel.",
  askDate: "Vul de datum van de vergadering in.",
  askStart: "Vul in wanneer ze begon.",
  askEnd: "Vul in wanneer ze eindigde.",
  future: "Dit tijdstip moet nog komen. Vul in wanneer de vergadering was.",
  tooLong: "Deze vergadering zou langer dan 18 uur duren. Controleer begin en einde.",
};
