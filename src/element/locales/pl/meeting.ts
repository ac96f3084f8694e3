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
    `Plik nie podaje strefy czasowej. Sprawdź godziny: przyjęto dla nich lokalną strefę (${zone}).`,
  whichDate: "Która data jest właściwa?",
  askTitle: "Nadaj spotkaniu tytuł.",
  askDate: "Podaj datę spotkania.",
  askStart: "Podaj godzinę rozpoczęcia.",
  askEnd: "Podaj godzinę zakończenia.",
  future: "Ta godzina jeszcze nie nadeszła. Podaj, kiedy odbyło się spotkanie.",
  tooLong: "To spotkanie trwałoby ponad 18 godzin. Sprawdź początek i koniec.",
};
