import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "Archivos",
  queued: "En cola",
  held: "Aún sin enviar; revíselo, por favor",
  preparing: "Preparando…",
  finishing: "Finalizando…",
  sentOfTotal: (sent, total) => `${sent} de ${total}`,
  timeLeft: (duration) => `quedan ${duration}`,
  stalled: "Esperando a la red…",
  retrying: (cause, duration) =>
    `${{ busy: "El servidor está ocupado.", problem: "El servidor tuvo un problema.", lost: "Se interrumpió la conexión." }[cause]} ${duration === null ? "Nuevo intento en breve." : `Nuevo intento en ${duration}`}`,
  paused: "En pausa",
  failed: "No cargado",
  uploaded: "Cargado",
  pleaseCheck: "Cargado; revíselo, por favor",
  verified: "Subido y verificado",
  cancelled: "Cancelado",
  serverSaid: (words) => `El servidor dice: «${words}»`,

  progressLabel: (name) => `Cargando ${name}`,
  cancel: (name) => `Cancelar ${name}`,
  remove: (name) => `Quitar ${name} de la lista`,
  removed: (name, isUploaded) =>
    isUploaded ? `${name} ya no está en esta lista. Sigue cargado.` : `${name} ya no está en esta lista.`,
  removedMany: (count, formats) =>
    formats.plural(count, {
      one: "# archivo ya no está en esta lista.",
      other: "# archivos ya no están en esta lista.",
    }),
  undo: "Deshacer",
  retryVisible: "Reintentar",
  retry: (name) => `Reintentar ${name}`,
  againVisible: "Volver a cargar",
  again: (name) => `Volver a cargar ${name}`,
  anotherVisible: "Elegir otro",
  another: (name) => `Elegir otro archivo en lugar de ${name}`,
  pause: (name) => `Pausar ${name}`,
  resume: (name) => `Reanudar ${name}`,

  summary: (uploaded, total, formats) =>
    uploaded === total
      ? formats.plural(total, { one: "# archivo cargado", other: "# archivos cargados" })
      : formats.plural(total, { other: `${formats.number(uploaded)} de # archivos cargados` }),
  summaryFailed: (count, formats) => formats.plural(count, { other: "# sin cargar" }),
  summaryToCheck: (count, formats) => formats.plural(count, { other: "# por revisar" }),
  overall: "Todos los archivos",
  start: "Cargar",
  sendVisible: "Cargar de todos modos",
  send: (name) => `Cargar ${name} de todos modos`,
  pauseAll: "Pausar todo",
  resumeAll: "Reanudar todo",
  cancelAll: "Cancelar todo",
  retryAll: "Reintentar fallidos",
  clear: "Quitar terminados",
  onlyFailed: "Solo fallidos",

  restored: "Cargados antes",
  submitWaits: "Se enviará en cuanto se carguen todos los archivos.",
  submitStopped:
    "No se envió porque no se cargaron todos los archivos. Reintente o quite los fallidos y envíe de nuevo.",
  submitCancel: "No enviar todavía",

  interrupted: "Sin terminar de una visita anterior",
  safe: (safe, total) => `${safe} de ${total} ya están a salvo`,
  resumeVisible: "Reanudar",
  discardVisible: "Descartar",
  discard: (name) => `Descartar ${name}`,
  addAgain: "Vuelva a añadir el mismo archivo para continuar.",
  chooseVisible: "Volver a elegirlo",
  choose: (name) => `Volver a elegir ${name}`,
  notReopened: "El navegador no pudo volver a abrirlo. Añada de nuevo el archivo; continuará donde se detuvo.",
} satisfies ListMessages;
