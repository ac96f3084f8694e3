import type { MeetingMessages } from "../../words/meeting-messages.ts";

export const sentences: MeetingMessages = {
  heading: "Dettagli della riunione",
  title: "Titolo",
  date: "Data",
  start: "Inizio",
  end: "Fine",
  upload: "Carica",
  discard: "Rimuovi",
  summary: (when, people) => (people === "" ? `Riunione: ${when}` : `Riunione: ${when}, ${people}`),
  people: (first, others, formats) =>
    formats.plural(others, { one: `${first} e un’altra persona`, other: `${first} e altre # persone` }),
  zone: (zone) => `Orari nel Suo fuso orario (${zone}).`,
  zoneAssumed: (zone) => `Il file non indica il fuso orario. Controlli gli orari: sono letti nel Suo (${zone}).`,
  whichDate: "Qual è la data giusta?",
  askTitle: "Dia un titolo alla riunione.",
  askDate: "Indichi la data della riunione.",
  askStart: "Indichi l’ora di inizio.",
  askEnd: "Indichi l’ora di fine.",
  future: "Quest’ora deve ancora arrivare. Indichi quando si è svolta la riunione.",
  tooLong: "Questa riunione durerebbe più di 18 ore. Controlli inizio e fine.",
};
