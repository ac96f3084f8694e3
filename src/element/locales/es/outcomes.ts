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
    "too-large": "Este archivo es demasiado grande para subirlo aquí. Elija uno más pequeño.",
    type: "Aquí no se acepta este tipo de archivo. Elija otro.",
    "too-many": "Ya ha subido todos los archivos que se permiten en un día. Inténtelo de nuevo mañana.",
    "share-full": "Tiene demasiadas subidas sin terminar. Termine o cancele algunas e inténtelo de nuevo.",
    "not-set-up": "En este momento no se pueden subir archivos en esta página. Avise a los responsables de la página.",
    expired: "Se agotó el tiempo para esta carga. Inténtelo de nuevo.",
    checksum: "El archivo se dañó por el camino. Inténtelo de nuevo.",
    protocol: "En este momento no se pueden subir archivos en esta página. Avise a los responsables de la página.",
    "unsupported-transfer":
      "En este momento no se pueden subir archivos en esta página. Avise a los responsables de la página.",
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
