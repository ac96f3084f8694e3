import type { MeetingMessages } from "../../words/meeting-messages.ts";

export const sentences: MeetingMessages = {
  heading: "Détails de la réunion",
  title: "Titre",
  date: "Date",
  start: "Début",
  end: "Fin",
  upload: "Envoyer",
  discard: "Retirer",
  summary: (when, people) => (people === "" ? `Réunion\u00a0: ${when}` : `Réunion\u00a0: ${when}, ${people}`),
  people: (first, others, formats) =>
    formats.plural(others, { one: `${first} et # autre personne`, other: `${first} et # autres personnes` }),
  zone: (zone) => `Heures dans votre fuseau horaire (${zone}).`,
  zoneAssumed: (zone) =>
    `Le fichier n’indique pas de fuseau horaire. Vérifiez les heures\u00a0: elles sont supposées être dans le vôtre (${zone}).`,
  whichDate: "Quelle date est la bonne\u00a0?",
  askTitle: "Donnez un titre à la réunion.",
  askDate: "Indiquez la date de la réunion.",
  askStart: "Indiquez l’heure de début.",
  askEnd: "Indiquez l’heure de fin.",
  future: "Cette heure n’est pas encore passée. Indiquez quand la réunion a eu lieu.",
  tooLong: "Cette réunion durerait plus de 18\u00a0heures. Vérifiez le début et la fin.",
};
