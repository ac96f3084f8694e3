import type { MeetingMessages } from "../../words/meeting-messages.ts";

export const sentences: MeetingMessages = {
  heading: "Datos de la reunión",
  title: "Título",
  date: "Fecha",
  start: "Inicio",
  end: "Fin",
  upload: "Subir",
  discard: "Quitar",
  summary: (when, people) => (people === "" ? `Reunión: ${when}` : `Reunión: ${when}, ${people}`),
  people: (first, others, formats) =>
    formats.plural(others, { one: `${first} y # persona más`, other: `${first} y # personas más` }),
  zone: (zone) => `Horas en su zona horaria (${zone}).`,
  zoneAssumed: (zone) =>
    `El archivo no indica la zona horaria. Compruebe las horas: se interpretan según la suya (${zone}).`,
  whichDate: "¿Qué fecha es la correcta?",
  askTitle: "Ponga un título a la reunión.",
  askDate: "Indique la fecha de la reunión.",
  askStart: "Indique la hora de inicio.",
  askEnd: "Indique la hora de fin.",
  future: "Esa hora aún no ha llegado. Indique cuándo tuvo lugar la reunión.",
  tooLong: "Esta reunión duraría más de 18 horas. Compruebe el inicio y el fin.",
};
