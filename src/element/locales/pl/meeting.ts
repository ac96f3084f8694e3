import type { MeetingMessages } from "../../words/meeting-messages.ts";

export const sentences: MeetingMessages = {
  heading: "Szczegóły spotkania",
  title: "Tytuł",
  date: "Data",
  start: "Początek",
  end: "Koniec",
  upload: "Prześlij",
  discard: "Usuń",
  summary: (when, people) => (people === "" ? `Spotkanie: ${when}` : `Spotkanie: ${when}, ${people}`),
  people: (first, others, formats) =>
    formats.plural(others, {
      one: `${first} i jeszcze # osoba`,
      few: `${first} i jeszcze # osoby`,
      many: `${first} i jeszcze # osób`,
      other: `${first} i jeszcze # osoby`,
    }),
  zone: (zone) => `Godziny w lokalnej strefie czasowej (${zone}).`,
  zoneAssumed: (zone) =>
    `Plik nie podaje strefy czasowej. Proszę sprawdzić godziny: odczytano je w lokalnej strefie (${zone}).`,
  whichDate: "Która data jest właściwa?",
  askTitle: "Proszę nadać spotkaniu tytuł.",
  askDate: "Proszę podać datę spotkania.",
  askStart: "Proszę podać godzinę rozpoczęcia.",
  askEnd: "Proszę podać godzinę zakończenia.",
  future: "Ta godzina jeszcze nie nadeszła. Proszę podać, kiedy odbyło się spotkanie.",
  tooLong: "To spotkanie trwałoby ponad 18 godzin. Proszę sprawdzić początek i koniec.",
};
