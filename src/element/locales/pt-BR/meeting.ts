import type { MeetingMessages } from "../../words/meeting-messages.ts";

export const sentences: MeetingMessages = {
  heading: "Detalhes da reunião",
  title: "Título",
  date: "Data",
  start: "Início",
  end: "Fim",
  upload: "Enviar",
  discard: "Remover",
  summary: (when, people) => (people === "" ? `Reunião: ${when}` : `Reunião: ${when}, ${people}`),
  people: (first, others, formats) =>
    formats.plural(others, { one: `${first} e mais # pessoa`, other: `${first} e mais # pessoas` }),
  zone: (zone) => `Horários no seu fuso (${zone}).`,
  zoneAssumed: (zone) =>
    `O arquivo não informa o fuso horário. Confira os horários: eles foram interpretados no seu fuso (${zone}).`,
  whichDate: "Qual é a data certa?",
  askTitle: "Dê um título à reunião.",
  askDate: "Informe a data da reunião.",
  askStart: "Informe a hora de início.",
  askEnd: "Informe a hora de término.",
  future: "Este horário ainda não chegou. Informe quando a reunião aconteceu.",
  tooLong: "Esta reunião duraria mais de 18 horas. Confira o início e o fim.",
};
