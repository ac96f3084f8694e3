import type { TroubleMessages } from "../../words/messages.ts";

export const sentences = {
  rejections: {
    empty: "Está vacío. Elija un archivo con contenido.",
    "too-small": (size) => `Ocupa menos de ${size}, el mínimo que se acepta aquí.`,
    "too-large": (size) => `Ocupa más de ${size}, el máximo que se acepta aquí.`,
    type: (kinds) => `Aquí no se acepta este tipo de archivo. Se aceptan: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, {
        other: "Su nombre tiene más de # caracteres. Póngale uno más corto y vuelva a añadirlo.",
      }),
    "name-missing": "No tiene nombre. Póngale uno y vuelva a añadirlo.",
    "too-many": (count, formats) =>
      count === 1
        ? "Solo un archivo a la vez. Espere a que se cargue el otro, o cancélelo, y vuelva a añadir este."
        : formats.plural(count, { other: "En esta lista solo caben # archivos. Quite uno y vuelva a añadir este." }),
  },
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
} satisfies TroubleMessages;
