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
  zone: (zone) => `Orari nel tuo fuso orario (${zone}).`,
  zoneAssumed: (zone) =>
    `Il file non indica il fuso orario. Controlla gli orari: sono interpretati secondo il tuo (${zone}).`,
  whichDate: "Qual è la data giusta?",
  askTitle: "Dai un titolo alla riunione.",
  askDate: "Indica la data della riunione.",
  askStart: "Indica l’ora di inizio.",
  askEnd: "Indica l’ora di fine.",
  future: "Questo orario è nel futuro. Indica quando si è svolta la riunione.",
  tooLong: "Questa riunione durerebbe più di 18 ore. Controlla inizio e fine.",
};
