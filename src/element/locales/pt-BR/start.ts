import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "Envio de arquivos",
  heading: (multiple) => (multiple ? "Solte os arquivos aqui" : "Solte um arquivo aqui"),
  headingTranscript: "Adicione uma transcrição",
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
  notLoaded:
    "Não foi possível carregar parte desta página. Verifique sua conexão e adicione o arquivo novamente. Se não resolver, recarregue a página.",
  keptOffline: "Você está sem conexão. Os arquivos serão adicionados assim que ela voltar.",
  rejections: {
    empty: "Está vazio. Escolha um arquivo com conteúdo.",
    "too-small": (size) => `Tem menos de ${size}, o mínimo aceito aqui. Escolha um arquivo maior.`,
    "too-large": (size) => `Tem mais de ${size}, o máximo aceito aqui. Escolha um arquivo menor.`,
    type: (kinds) => `Este tipo de arquivo não é aceito aqui. Tipos aceitos: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, {
        other: "O nome tem mais de # caracteres. Escolha um mais curto e adicione o arquivo novamente.",
      }),
    "name-missing": "Não tem nome. Dê um nome a ele e adicione-o novamente.",
    "too-many": (count, formats) =>
      count === 1
        ? "Só um arquivo por vez. Aguarde o envio do outro, ou cancele-o, e adicione este novamente."
        : formats.plural(count, { other: "Só cabem # arquivos nesta lista. Remova um e adicione este novamente." }),
  },
  because: (title, reason) => `${title}. ${reason}`,

  valueMissing: (multiple) => (multiple ? "Adicione pelo menos um arquivo." : "Adicione um arquivo."),
  stillUploading: "Alguns arquivos ainda não foram enviados. Aguarde ou retome os que estão em pausa.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./outcomes.ts"),
  () => import("./transcripts.ts"),
] as const;
