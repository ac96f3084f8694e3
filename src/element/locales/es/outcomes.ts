import type { OutcomeMessages } from "../../words/messages.ts";

export const sentences = {
  errors: {
    network: "Se perdió la conexión. Compruebe su conexión a Internet e inténtelo de nuevo.",
    timeout: "El servidor tardó demasiado en responder. Inténtelo de nuevo en un momento.",
    "storage-unreachable":
      "No se puede acceder al almacenamiento desde esta página. Si vuelve a ocurrir, avise a los responsables de esta página.",
    "file-unreadable":
      "El archivo ya no se puede leer. Se ha movido, modificado o cambiado de nombre; vuelva a añadirlo.",
    "rate-limited": "El servidor está muy ocupado. Inténtelo de nuevo en un momento.",
    server: "El servidor tuvo un problema. Inténtelo de nuevo en un momento.",
    unauthorized: "Inicie sesión de nuevo, por ejemplo en otra pestaña, y continúe aquí.",
    forbidden:
      "No tiene permiso para subir este archivo aquí. Si cree que es un error, consulte a los responsables de esta página.",
    "not-found": "El servidor ya no reconoce esta subida. Inténtelo de nuevo.",
    conflict:
      "El servidor ya tiene un archivo con ese nombre. Cambie el nombre del suyo y añádalo de nuevo, o vuelva a intentarlo.",
    refused: "El servidor no aceptó este archivo. Pruebe con otro o avise a los responsables de esta página.",
    "too-large": "Este archivo es demasiado grande para subirlo aquí. Elija uno más pequeño.",
    type: "Aquí no se acepta este tipo de archivo. Elija otro.",
    "too-many": "Ya ha subido todos los archivos que se permiten en un día. Inténtelo de nuevo mañana.",
    "share-full": "Tiene demasiadas subidas sin terminar. Termine o cancele algunas e inténtelo de nuevo.",
    "not-set-up": "En este momento no se pueden subir archivos en esta página. Avise a los responsables de la página.",
    expired: "Se agotó el tiempo para esta subida. Inténtelo de nuevo.",
    checksum: "El archivo se dañó durante la subida. Inténtelo de nuevo.",
    protocol: "En este momento no se pueden subir archivos en esta página. Avise a los responsables de la página.",
    "unsupported-transfer":
      "En este momento no se pueden subir archivos en esta página. Avise a los responsables de la página.",
    internal: "Algo falló en esta página. Inténtelo de nuevo.",
  },

  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} añadido.` : formats.plural(count, { other: "# archivos añadidos." }),
  announceFailed: (name, reason) => `${name} no se ha subido. ${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "No se han subido # archivos." }),
  offline: "No tiene conexión. La subida se reanudará en cuanto se restablezca.",
  continued: "Reanudado desde donde se interrumpió",
  changed: "El contenido ya no es el mismo, así que el archivo se sube desde el principio.",
  announceResumed: "Reanudado",
  announceOnline: "Vuelve a tener conexión.",
  announceHalf: "Ya se ha subido la mitad.",
  announceDismissed: "Mensaje cerrado.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "# archivo subido", other: "# archivos subidos" })}${failed ? formats.plural(failed, { other: ", # sin subir" }) : ""}.`,
} satisfies OutcomeMessages;
