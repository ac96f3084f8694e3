import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "Arquivos",
  queued: "Na fila",
  held: "Ainda não enviado, confira",
  preparing: "Preparando…",
  finishing: "Finalizando…",
  sentOfTotal: (sent, total) => `${sent} de ${total}`,
  timeLeft: (duration) => `faltam ${duration}`,
  stalled: "Aguardando a rede…",
  retrying: (cause, duration) =>
    `${{ busy: "O servidor está ocupado.", problem: "O servidor teve um problema.", lost: "A conexão foi interrompida." }[cause]} ${duration === null ? "Nova tentativa em breve." : `Nova tentativa em ${duration}`}`,
  paused: "Em pausa",
  failed: "Não enviado",
  uploaded: "Enviado",
  pleaseCheck: "Enviado, confira",
  verified: "Enviado e verificado",
  cancelled: "Cancelado",
  serverSaid: (words) => `O servidor diz: “${words}”`,

  progressLabel: (name) => `Enviando ${name}`,
  cancel: (name) => `Cancelar ${name}`,
  remove: (name) => `Remover ${name} da lista`,
  removed: (name, isUploaded) =>
    isUploaded ? `${name} saiu desta lista. Continua enviado.` : `${name} saiu desta lista.`,
  removedMany: (count, formats) =>
    formats.plural(count, { one: "# arquivo saiu desta lista.", other: "# arquivos saíram desta lista." }),
  undo: "Desfazer",
  retryVisible: "Tentar de novo",
  retry: (name) => `Tentar de novo ${name}`,
  againVisible: "Enviar de novo",
  again: (name) => `Enviar ${name} de novo`,
  anotherVisible: "Escolher outro",
  another: (name) => `Escolher outro arquivo no lugar de ${name}`,
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
  send: (name) => `Enviar ${name} mesmo assim`,
  pauseAll: "Pausar tudo",
  resumeAll: "Retomar tudo",
  cancelAll: "Cancelar tudo",
  retryAll: "Repetir os que falharam",
  clear: "Limpar concluídos",
  onlyFailed: "Só as falhas",

  restored: "Enviados antes",
  submitWaits: "O formulário segue assim que todos os arquivos forem enviados.",
  submitStopped:
    "O formulário não seguiu, porque nem todos os arquivos foram enviados. Repita ou remova os que falharam e tente de novo.",
  submitCancel: "Ainda não",

  interrupted: "Não concluídos em uma visita anterior",
  safe: (safe, total) => `${safe} de ${total} já estão salvos`,
  resumeVisible: "Retomar",
  discardVisible: "Descartar",
  discard: (name) => `Descartar ${name}`,
  addAgain: "Adicione o mesmo arquivo novamente para continuar.",
  chooseVisible: "Escolher de novo",
  choose: (name) => `Escolher ${name} de novo`,
  notReopened: "O navegador não conseguiu reabri-lo. Adicione o arquivo novamente; o envio continua de onde parou.",
} satisfies ListMessages;
