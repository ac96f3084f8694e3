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
    `Het bestand noemt geen tijdzone. Controleer de tijden: ze zijn opgevat als tijden in uw tijdzone (${zone}).`,
  whichDate: "Welke datum is juist?",
  askTitle: "Geef de vergadering een titel.",
  askDate: "Vul de datum van de vergadering in.",
  askStart: "Vul de begintijd in.",
  askEnd: "Vul de eindtijd in.",
  future: "Dit tijdstip ligt in de toekomst. Vul in wanneer de vergadering plaatsvond.",
  tooLong: "Deze vergadering zou langer dan 18 uur duren. Controleer begin en einde.",
};
