import type { OutcomeMessages } from "../../words/messages.ts";

export const sentences = {
  errors: {
    network: "A conexão caiu. Verifique sua conexão com a internet e tente de novo.",
    timeout: "O servidor demorou demais para responder. Tente de novo em instantes.",
    "storage-unreachable":
      "Não é possível acessar o armazenamento a partir desta página. Se acontecer de novo, avise os responsáveis pela página.",
    "file-unreadable": "O arquivo não pode mais ser lido. Ele foi movido, renomeado ou alterado; adicione-o novamente.",
    "rate-limited": "O servidor está muito ocupado. Tente de novo em instantes.",
    server: "O servidor teve um problema. Tente de novo em instantes.",
    unauthorized: "Entre de novo na sua conta, por exemplo em outra aba, e continue aqui.",
    forbidden:
      "Você não tem permissão para enviar este arquivo aqui. Se achar que é um engano, fale com os responsáveis pela página.",
    "not-found": "O servidor não reconhece mais este envio. Tente de novo.",
    conflict: "O servidor já tem um arquivo com este nome. Renomeie o seu e adicione-o novamente, ou tente de novo.",
    refused: "O servidor não aceitou este arquivo. Tente outro arquivo ou avise os responsáveis pela página.",
    "too-large": "Este arquivo é grande demais para ser enviado aqui. Escolha um arquivo menor.",
    type: "Este tipo de arquivo não é aceito aqui. Escolha outro arquivo.",
    "too-many": "Você já enviou todos os arquivos permitidos em um dia. Tente de novo amanhã.",
    "share-full": "Você tem envios demais por concluir. Conclua ou cancele alguns e tente de novo.",
    "not-set-up": "No momento, o envio de arquivos não funciona nesta página. Avise os responsáveis pela página.",
    expired: "O tempo deste envio se esgotou. Tente de novo.",
    checksum: "O arquivo foi danificado durante o envio. Tente de novo.",
    protocol: "No momento, o envio de arquivos não funciona nesta página. Avise os responsáveis pela página.",
    "unsupported-transfer":
      "No momento, o envio de arquivos não funciona nesta página. Avise os responsáveis pela página.",
    internal: "Algo deu errado nesta página. Tente de novo.",
  },

  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} adicionado.` : formats.plural(count, { other: "# arquivos adicionados." }),
  announceFailed: (name, reason) => `${name} não foi enviado. ${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "# arquivos não foram enviados." }),
  offline: "Você está sem conexão. O envio continua assim que ela voltar.",
  continued: "Retomado de onde parou",
  changed: "O conteúdo não é mais o mesmo, por isso o envio recomeça do início.",
  announceResumed: "Retomado",
  announceOnline: "Sua conexão voltou.",
  announceHalf: "Metade já foi enviada.",
  announceDismissed: "Mensagem fechada.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "# arquivo enviado", other: "# arquivos enviados" })}${failed ? formats.plural(failed, { one: ", # não enviado", other: ", # não enviados" }) : ""}.`,
} satisfies OutcomeMessages;
