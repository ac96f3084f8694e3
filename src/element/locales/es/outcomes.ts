import type { OutcomeMessages } from "../../words/messages.ts";

export const sentences = {
  errors: {
    network: "Se perdió la conexión. Compruebe su red e inténtelo de nuevo.",
    timeout: "El servidor tardó demasiado en responder. Inténtelo de nuevo en un momento.",
    "storage-unreachable":
      "No se puede acceder al almacenamiento desde esta página. Si vuelve a ocurrir, avise a los responsables de esta página.",
    "file-unreadable": "El archivo ya no se puede leer. Se movió, se renombró o cambió; vuelva a añadirlo.",
    "rate-limited": "El servidor está muy ocupado. Inténtelo de nuevo en un momento.",
    server: "El servidor tuvo un problema. Inténtelo de nuevo en un momento.",
    unauthorized: "Su sesión ha terminado. Inicie sesión e inténtelo de nuevo.",
    forbidden: "No tiene permiso para cargar este archivo aquí.",
    "not-found": "El servidor ya no conoce esta carga. Inténtelo de nuevo.",
    conflict:
      "El servidor ya tiene un archivo en este lugar. Cambie el nombre del suyo y añádalo de nuevo, o vuelva a intentarlo.",
    refused: "El servidor no acepta este archivo.",
    expired: "Se agotó el tiempo para esta carga. Inténtelo de nuevo.",
    checksum: "El archivo se dañó por el camino. Inténtelo de nuevo.",
    protocol: "El servidor dio una respuesta sin sentido. Avise a los responsables de esta página.",
    "unsupported-transfer":
      "Esta página no puede cargar de la forma que pide el servidor. Avise a los responsables de esta página.",
    internal: "Algo falló en esta página. Inténtelo de nuevo.",
  },

  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} añadido.` : formats.plural(count, { other: "# archivos añadidos." }),
  announceFailed: (name, reason) => `${name} no se ha cargado. ${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "No se han cargado # archivos." }),
  offline: "No tiene conexión. Se reanudará en cuanto vuelva.",
  continued: "Reanudado donde se interrumpió",
  changed: "El contenido ya no es el mismo, así que se carga desde el principio.",
  announceResumed: "Reanudado",
  announceOnline: "Vuelve a tener conexión.",
  announceHalf: "Ya se ha cargado la mitad.",
  announceDismissed: "Mensaje cerrado.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "# archivo cargado", other: "# archivos cargados" })}${failed ? formats.plural(failed, { other: ", # sin cargar" }) : ""}.`,
} satisfies OutcomeMessages;
