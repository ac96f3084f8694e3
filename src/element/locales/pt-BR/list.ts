import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "Arquivos",
  queued: "Na fila",
  preparing: "Preparando…",
  checking: "Conferindo…",
  awaitingServer: "Finalizando…",
  verifying: "Verificando…",
  sentOfTotal: (sent, total) => `${sent} de ${total}`,
  timeLeft: (duration) => `faltam ${duration}`,
  retrying: (cause, duration) =>
    `${cause === "busy" ? "O servidor está ocupado." : "A conexão foi interrompida."} ${duration === null ? "Nova tentativa em breve." : `Nova tentativa em ${duration}`}`,
  paused: "Em pausa",
  failed: "Não enviado",
  uploaded: "Enviado",
  verified: "Verificado",
  cancelled: "Cancelado",
  serverSaid: (words) => `O servidor diz: “${words}”`,

  progressLabel: (name) => `Enviando ${name}`,
  cancel: (name) => `Cancelar ${name}`,
  remove: (name) => `Remover ${name} da lista`,
  retryVisible: "Tentar de novo",
  retry: (name) => `Tentar de novo ${name}`,
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
  overall: "Todos os arquivos",
  start: "Enviar",
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
  notReopened: "O navegador não conseguiu reabri-lo. Adicione o arquivo novamente; o envio continua de onde parou.",
} satisfies ListMessages;
