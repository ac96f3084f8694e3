import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "Subida de archivos",
  heading: (multiple) => (multiple ? "Suelte los archivos aquí" : "Suelte un archivo aquí"),
  headingTranscript: "Añada una transcripción",
  headingMore: "Suelte más archivos",
  headingAdding: "Añadiendo archivos…",
  dropAccepted: "Suelte para añadir",
  dropRefused: "Esto no se puede añadir aquí",
  browse: (kind) => ({ file: "Elegir un archivo", files: "Elegir archivos", folder: "Elegir una carpeta" })[kind],
  pasteText: "Pegar texto",
  kinds: { audio: "audio", image: "imagen", text: "texto", video: "vídeo" },
  upTo: (size, each) => `hasta ${size}${each ? " cada uno" : ""}`,
  atMost: (count, formats) => formats.plural(count, { other: "# archivos como máximo" }),
  notSetUp:
    "La subida de archivos aún no está configurada en esta página. Hasta entonces, sus archivos permanecen en esta lista.",

  notAdded: (name) => `${name} no se ha añadido`,
  manyNotAdded: (count, formats) => formats.plural(count, { other: "No se han añadido # archivos" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "y # más" }),
  details: "Ver cuáles y por qué",
  dismiss: "Cerrar este mensaje",
  unreadable: "No se pudo leer. Compruebe que todavía existe y que tiene permiso para abrirlo.",
  notLoaded:
    "No se pudo cargar una parte de esta página. Compruebe su conexión y vuelva a añadir el archivo. Si no funciona, recargue la página.",
  keptOffline: "No tiene conexión. Sus archivos se añadirán en cuanto se restablezca.",
  rejections: {
    empty: "Está vacío. Elija un archivo con contenido.",
    "too-small": (size) => `Ocupa menos de ${size}, el mínimo que se acepta aquí. Elija un archivo más grande.`,
    "too-large": (size) => `Ocupa más de ${size}, el máximo que se acepta aquí. Elija un archivo más pequeño.`,
    type: (kinds) => `Aquí no se acepta este tipo de archivo. Se aceptan: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, {
        other: "El nombre del archivo tiene más de # caracteres. Póngale uno más corto y vuelva a añadirlo.",
      }),
    "name-missing": "El archivo no tiene nombre. Póngale uno y vuelva a añadirlo.",
    "too-many": (count, formats) =>
      count === 1
        ? "Solo un archivo a la vez. Espere a que se suba el otro, o cancélelo, y vuelva a añadir este."
        : formats.plural(count, { other: "En esta lista solo caben # archivos. Quite uno y vuelva a añadir este." }),
  },
  because: (title, reason) => `${title}. ${reason}`,

  valueMissing: (multiple) => (multiple ? "Añada al menos un archivo." : "Añada un archivo."),
  stillUploading: "Algunos archivos aún no se han subido. Espere o reanude los que están en pausa.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./outcomes.ts"),
  () => import("./transcripts.ts"),
] as const;
