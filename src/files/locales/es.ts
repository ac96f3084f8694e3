import type { FilesMessages } from "../words/messages.ts";

export const sentences = {
  label: "Archivos subidos",
  heading: "Archivos subidos",
  columns: { name: "Nombre", status: "Estado", size: "Tamaño", added: "Añadido", actions: "Acciones" },
  statuses: { PENDING: "Sin terminar", COMPLETED: "Subido", CANCELLED: "Cancelado", EXPIRED: "Caducado" },

  loading: "Cargando la lista…",
  empty: "Todavía no hay archivos. Lo que suba aparecerá aquí.",
  count: (total, formats) => formats.plural(total, { one: "# archivo", other: "# archivos" }),
  range: (from, to, total, formats) => `${formats.number(from)}–${formats.number(to)} de ${formats.number(total)}`,
  previous: "Página anterior",
  next: "Página siguiente",
  refresh: "Actualizar la lista",

  openVisible: "Descargar",
  open: (name) => `Descargar ${name}`,
  cancel: (name) => `Cancelar ${name}`,

  notSetUp: "La lista de archivos aún no está configurada en esta página.",
  offline: "No tiene conexión. La lista se mostrará en cuanto se restablezca.",
  busy: (duration) =>
    `El servidor está ocupado. ${duration === null ? "Intentándolo de nuevo." : `En ${duration} se volverá a intentar.`}`,
  listFailed: "No se pudieron obtener los archivos",
  notOpened: (name) => `No se pudo abrir ${name}`,
  notCancelled: (name) => `No se pudo cancelar ${name}`,
  problems: {
    network: "No se puede acceder al servidor. Compruebe su conexión e inténtelo de nuevo.",
    timeout: "El servidor tardó demasiado en responder. Inténtelo de nuevo en un momento.",
    busy: "El servidor está muy ocupado. Inténtelo de nuevo en un momento.",
    server: "El servidor tuvo un problema. Inténtelo de nuevo en un momento.",
    unauthorized: "No ha iniciado sesión. Iníciela e inténtelo de nuevo.",
    forbidden: "No tiene permiso para ver esto aquí.",
    "not-found": "El archivo ya no está en el servidor.",
    changed: "El estado del archivo ha cambiado. Actualice la lista.",
    refused: "El servidor no acepta esta solicitud.",
    protocol: "En este momento la lista no funciona en esta página. Avise a los responsables de la página.",
  },
  serverSaid: (words) => `El servidor dice: «${words}»`,
  tryAgain: "Reintentar",
  dismiss: "Cerrar este mensaje",
  ready: (name) => `${name} está listo, pero su navegador no abrió ninguna pestaña.`,
  openLink: "Abrir",

  because: (title, reason) => `${title}. ${reason}`,
  announceShown: (range) => `Archivos: ${range}.`,
  announceCancelled: (name) => `${name} cancelado.`,
} satisfies FilesMessages;

export const more = [] as const;
