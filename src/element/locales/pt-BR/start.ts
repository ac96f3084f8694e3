import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "Envio de arquivos",
  heading: (multiple) => (multiple ? "Solte os arquivos aqui" : "Solte um arquivo aqui"),
  headingMore: "Solte mais arquivos",
  headingAdding: "Adicionando arquivos…",
  dropAccepted: "Solte para adicionar",
  dropRefused: "Isto não pode ser adicionado aqui",
  browse: (kind) => ({ file: "Escolher um arquivo", files: "Escolher arquivos", folder: "Escolher uma pasta" })[kind],
  pasteText: "Colar texto",
  kinds: { audio: "áudio", image: "imagem", text: "texto", video: "vídeo" },
  upTo: (size, each) => `até ${size}${each ? " cada" : ""}`,
  atMost: (count, formats) => formats.plural(count, { other: "no máximo # arquivos" }),
  notSetUp: "O envio ainda não está configurado nesta página. Até lá, seus arquivos ficam nesta lista.",

  notAdded: (name) => `${name} não foi adicionado`,
  manyNotAdded: (count, formats) => formats.plural(count, { other: "# arquivos não foram adicionados" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "e mais #" }),
  details: "Ver quais e por quê",
  dismiss: "Fechar esta mensagem",
  unreadable: "Não foi possível lê-lo. Verifique se ele ainda existe e se você pode abri-lo.",
  notLoaded: "Não foi possível carregar parte desta página. Verifique sua conexão e adicione o arquivo novamente.",

  because: (title, reason) => `${title}. ${reason}`,
  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} adicionado.` : formats.plural(count, { other: "# arquivos adicionados." }),
  announceFailed: (name, reason) => `${name} não foi enviado. ${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "# arquivos não foram enviados." }),
  offline: "Você está sem conexão. O envio continua assim que ela voltar.",
  continued: "Retomado de onde parou",
  changed: "O conteúdo não é mais o mesmo, por isso o envio recomeça do início.",
  announceResumed: "Retomado",
  announceOnline: "Você está conectado de novo.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "# arquivo enviado", other: "# arquivos enviados" })}${failed ? formats.plural(failed, { one: ", # não enviado", other: ", # não enviados" }) : ""}.`,

  valueMissing: (multiple) => (multiple ? "Adicione pelo menos um arquivo." : "Adicione um arquivo."),
  stillUploading: "Aguarde até que todos os arquivos sejam enviados.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./trouble.ts"),
  () => import("./transcripts.ts"),
] as const;
