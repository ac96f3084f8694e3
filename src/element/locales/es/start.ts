import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "Carga de archivos",
  heading: (multiple) => (multiple ? "Suelte los archivos aquí" : "Suelte un archivo aquí"),
  headingMore: "Suelte más archivos",
  headingAdding: "Añadiendo archivos…",
  dropAccepted: "Suelte para añadir",
  dropRefused: "Esto no se puede añadir aquí",
  browse: (kind) => ({ file: "Elegir un archivo", files: "Elegir archivos", folder: "Elegir una carpeta" })[kind],
  pasteText: "Pegar texto",
  kinds: { audio: "audio", image: "imagen", text: "texto", video: "vídeo" },
  upTo: (size, each) => `hasta ${size}${each ? " cada uno" : ""}`,
  atMost: (count, formats) => formats.plural(count, { other: "# archivos como máximo" }),
  notSetUp: "La carga aún no está configurada en esta página. Hasta entonces, sus archivos permanecen en esta lista.",

  notAdded: (name) => `${name} no se ha añadido`,
  manyNotAdded: (count, formats) => formats.plural(count, { other: "No se han añadido # archivos" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "y # más" }),
  details: "Ver cuáles y por qué",
  dismiss: "Cerrar este mensaje",
  unreadable: "No se pudo leer. Compruebe que todavía existe y que tiene permiso para abrirlo.",
  notLoaded: "No se pudo cargar una parte de esta página. Compruebe su conexión y vuelva a añadir el archivo.",

  because: (title, reason) => `${title}. ${reason}`,
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
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "# archivo cargado", other: "# archivos cargados" })}${failed ? formats.plural(failed, { other: ", # sin cargar" }) : ""}.`,

  valueMissing: (multiple) => (multiple ? "Añada al menos un archivo." : "Añada un archivo."),
  stillUploading: "Espere hasta que se carguen todos los archivos.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./trouble.ts"),
  () => import("./transcripts.ts"),
] as const;
