import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "Arquivos",
  queued: "Na fila",
  held: "Ainda não enviado, confira",
  preparing: "Preparando…",
  finishing: "Finalizando…",
  sentOfTotal: (sent, total) => `${sent} de ${total}`,
  timeLeft: (duration) => `tempo restante: ${duration}`,
  stalled: "Aguardando a rede…",
  retrying: (cause, duration) =>
    `${{ busy: "O servidor está ocupado.", problem: "O servidor teve um problema.", lost: "A conexão foi interrompida." }[cause]} ${duration === null ? "Nova tentativa em breve." : `Em ${duration} haverá nova tentativa.`}`,
  paused: "Em pausa",
  failed: "Não enviado",
  uploaded: "Enviado",
  pleaseCheck: "Enviado, confira",
  verified: "Enviado e verificado",
  cancelled: "Cancelado",
  serverSaid: (words) => `O servidor diz: “${words}”`,

  progressLabel: (name) => `Enviando ${name}`,
  cancel: (name) => `Cancelar o envio de ${name}`,
  remove: (name) => `Remover ${name} da lista`,
  removed: (name, isUploaded) =>
    isUploaded ? `${name} saiu desta lista. O arquivo enviado foi mantido.` : `${name} saiu desta lista.`,
  removedMany: (count, formats) =>
    formats.plural(count, { one: "# arquivo saiu desta lista.", other: "# arquivos saíram desta lista." }),
  undo: "Desfazer",
  retryVisible: "Tentar de novo",
  retry: (name) => `Tentar enviar ${name} de novo`,
  againVisible: "Enviar de novo",
  anotherVisible: "Escolher outro",
  pause: (name) => `Pausar ${name}`,
  resume: (name) => `Retomar ${name}`,

  summary: (uploaded, total, formats) =>
    uploaded === total
      ? formats.plural(total, { one: "# arquivo enviado", other: "# arquivos enviados" })
      : formats.plural(total, {
          one: `${formats.number(uploaded)} de # arquivo enviado`,
          other: `${formats.number(uploaded)} de # arquivos enviados`,
        }),
  summaryFailed: (count, formats) => formats.plural(count, { one: "# não enviado", other: "# não enviados" }),
  summaryToCheck: (count, formats) => formats.plural(count, { other: "# para conferir" }),
  overall: "Todos os arquivos",
  start: "Enviar",
  sendVisible: "Enviar mesmo assim",
  pauseAll: "Pausar tudo",
  resumeAll: "Retomar tudo",
  cancelAll: "Cancelar tudo",
  retryAll: "Tentar de novo os que falharam",
  clear: "Limpar concluídos",
  onlyFailed: "Só as falhas",

  restored: "Enviados anteriormente",
  submitWaits: "O formulário será enviado assim que o envio de todos os arquivos terminar.",
  submitStopped:
    "O formulário não foi enviado, porque nem todos os arquivos foram enviados. Tente de novo ou remova os que falharam e envie o formulário outra vez.",
  submitCancel: "Não enviar ainda",

  interrupted: "Não concluídos em uma visita anterior",
  safe: (safe, total) => `${safe} de ${total} já enviados`,
  resumeVisible: "Retomar",
  discardVisible: "Descartar",
  discard: (name) => `Descartar ${name}`,
  addAgain: "Adicione o mesmo arquivo novamente para continuar.",
  chooseVisible: "Escolher de novo",
  notReopened: "O navegador não conseguiu reabri-lo. Adicione o arquivo novamente; o envio continua de onde parou.",
} satisfies ListMessages;
