import type { TroubleMessages } from "../../words/messages.ts";

export const sentences = {
  rejections: {
    empty: "Está vazio. Escolha um arquivo com conteúdo.",
    "too-small": (size) => `Tem menos de ${size}, o mínimo aceito aqui.`,
    "too-large": (size) => `Tem mais de ${size}, o máximo aceito aqui.`,
    type: (kinds) => `Este tipo de arquivo não é aceito aqui. Tipos aceitos: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, {
        other: "O nome tem mais de # caracteres. Escolha um mais curto e adicione-o novamente.",
      }),
    "name-missing": "Não tem nome. Dê um nome a ele e adicione-o novamente.",
    "too-many": (count, formats) =>
      count === 1
        ? "Só um arquivo por vez. Aguarde o envio do outro, ou cancele-o, e adicione este novamente."
        : formats.plural(count, { other: "Só cabem # arquivos nesta lista. Remova um e adicione este novamente." }),
  },
  errors: {
    network: "A conexão caiu. Verifique sua rede e tente de novo.",
    timeout: "O servidor demorou demais para responder. Tente de novo em instantes.",
    "storage-unreachable":
      "Não é possível acessar o armazenamento a partir desta página. Se acontecer de novo, avise os responsáveis pela página.",
    "file-unreadable": "O arquivo não pode mais ser lido. Ele foi movido, renomeado ou alterado; adicione-o novamente.",
    "rate-limited": "O servidor está muito ocupado. Tente de novo em instantes.",
    server: "O servidor teve um problema. Tente de novo em instantes.",
    unauthorized: "Sua sessão terminou. Entre e tente de novo.",
    forbidden: "Você não tem permissão para enviar este arquivo aqui.",
    "not-found": "O servidor não conhece mais este envio. Tente de novo.",
    conflict: "O servidor já tem um arquivo neste lugar. Renomeie o seu e adicione-o novamente, ou tente de novo.",
    refused: "O servidor não aceita este arquivo.",
    expired: "O tempo deste envio se esgotou. Tente de novo.",
    checksum: "O arquivo foi danificado no caminho. Tente de novo.",
    protocol: "O servidor deu uma resposta sem sentido. Avise os responsáveis pela página.",
    "unsupported-transfer":
      "Esta página não consegue enviar do modo que o servidor pede. Avise os responsáveis pela página.",
    internal: "Algo deu errado nesta página. Tente de novo.",
  },
} satisfies TroubleMessages;
