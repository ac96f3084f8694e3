import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "Archivos",
  queued: "En cola",
  held: "Aún sin enviar; revíselo, por favor",
  preparing: "Preparando…",
  finishing: "Finalizando…",
  sentOfTotal: (sent, total) => `${sent} de ${total}`,
  timeLeft: (duration) => `tiempo restante: ${duration}`,
  stalled: "Esperando conexión…",
  retrying: (cause, duration) =>
    `${{ busy: "El servidor está ocupado.", problem: "El servidor tuvo un problema.", lost: "Se interrumpió la conexión." }[cause]} ${duration === null ? "Se volverá a intentar en breve." : `En ${duration} se volverá a intentar.`}`,
  paused: "En pausa",
  failed: "No subido",
  uploaded: "Subido",
  pleaseCheck: "Subido; revíselo, por favor",
  verified: "Subido y verificado",
  cancelled: "Cancelado",
  serverSaid: (words) => `El servidor dice: «${words}»`,

  progressLabel: (name) => `Subiendo ${name}`,
  cancel: (name) => `Cancelar ${name}`,
  remove: (name) => `Quitar ${name} de la lista`,
  removed: (name, isUploaded) =>
    isUploaded
      ? `${name} ya no está en esta lista. El archivo subido se conserva.`
      : `${name} ya no está en esta lista.`,
  removedMany: (count, formats) =>
    formats.plural(count, {
      one: "# archivo ya no está en esta lista.",
      other: "# archivos ya no están en esta lista.",
    }),
  undo: "Deshacer",
  retryVisible: "Reintentar",
  retry: (name) => `Reintentar ${name}`,
  againVisible: "Volver a subir",
  anotherVisible: "Elegir otro",
  pause: (name) => `Pausar ${name}`,
  resume: (name) => `Reanudar ${name}`,

  summary: (uploaded, total, formats) =>
    uploaded === total
      ? formats.plural(total, { one: "# archivo subido", other: "# archivos subidos" })
      : formats.plural(total, {
          one: `${formats.number(uploaded)} de # archivo subido`,
          other: `${formats.number(uploaded)} de # archivos subidos`,
        }),
  summaryFailed: (count, formats) => formats.plural(count, { other: "# sin subir" }),
  summaryToCheck: (count, formats) => formats.plural(count, { other: "# por revisar" }),
  overall: "Todos los archivos",
  start: "Subir",
  sendVisible: "Subir de todos modos",
  pauseAll: "Pausar todo",
  resumeAll: "Reanudar todo",
  cancelAll: "Cancelar todo",
  retryAll: "Reintentar fallidos",
  clear: "Quitar terminados",
  onlyFailed: "Solo fallidos",

  restored: "Subidos anteriormente",
  submitWaits: "El formulario se enviará en cuanto se hayan subido todos los archivos.",
  submitStopped:
    "El formulario no se envió porque algunos archivos no se subieron. Reintente o quite los fallidos y vuelva a enviarlo.",
  submitCancel: "No enviar todavía",

  interrupted: "Subidas sin terminar de una visita anterior",
  safe: (safe, total) => `ya se han subido ${safe} de ${total}`,
  resumeVisible: "Reanudar",
  discardVisible: "Descartar",
  discard: (name) => `Descartar ${name}`,
  addAgain: "Vuelva a añadir el mismo archivo para continuar.",
  chooseVisible: "Volver a elegirlo",
  notReopened: "El navegador no pudo volver a abrirlo. Añada de nuevo el archivo; continuará donde se detuvo.",
} satisfies ListMessages;
