import type { IntakeMessages } from "../../words/intake-messages.ts";
import type { TranscriptMessages } from "../../words/transcript-messages.ts";

const transcripts = {
  hints: {
    blank: "Este archivo solo contiene espacios en blanco. ¿Se guardó por completo?",
    "no-cues": "Estos subtítulos no contienen palabras.",
    "cut-off": "Falta el final de este archivo. ¿Se descargó por completo?",
    recording: "Esto es una grabación. Añada en su lugar el texto de su transcripción.",
    picture: "Esto es una imagen. Añada en su lugar la transcripción como texto.",
    archive: "Esto es un archivo comprimido. Descomprímalo y añada la transcripción que contiene.",
    "web-page": "Esto es una página web, quizá una de inicio de sesión guardada en lugar de la transcripción.",
    shortcut: "Esto es solo un enlace al documento. Descargue el documento y añádalo en su lugar.",
    locked: "Una contraseña protege este documento, así que no se puede leer su texto.",
    "not-text": "Este archivo no contiene texto legible.",
  },
  renamed: (named, found) =>
    `Por su nombre es un archivo .${named}; por su contenido, un archivo .${found}. Cámbiele el nombre o añada el archivo correcto.`,
  encoding: () =>
    "Algunos caracteres de este archivo pueden verse mal. Si puede, guárdelo como UTF-8 y vuelva a añadirlo.",
  announceHints: (count, formats) =>
    formats.plural(count, { other: "Revise # de los archivos: hay algo extraño en ellos." }),
  speakers: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "# hablante", other: "# hablantes" })
      : formats.plural(count, { one: "al menos # hablante", other: "al menos # hablantes" }),
  cues: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "# subtítulo", other: "# subtítulos" })
      : formats.plural(count, { one: "alrededor de # subtítulo", other: "alrededor de # subtítulos" }),

  pasted: "Texto pegado",
  pastedName: "Nombre del archivo",
  pastedContent: "Texto de la transcripción",
  pastedEmpty: "Todavía no hay texto. Péguelo o escríbalo aquí.",
  pastedAdd: "Añadir",
  pastedDiscard: "Descartar",
  pastedAgain: "Aquí ya hay texto. ¿Qué desea hacer con el texto que acaba de pegar?",
  pastedBelow: "Añadir debajo",
  pastedReplace: "Sustituir el primero",
  pastedKeep: "No usarlo",
  pastedGone: "Se ha descartado el texto.",
  pastedBack: "Recuperar",
  pastedFile: (date) => `Transcripción pegada ${date}`,
} satisfies TranscriptMessages;

const intake = {
  "folder-empty": "En esta carpeta no hay ningún archivo que se pueda añadir.",
  "folder-for-one": "Aquí solo se puede añadir un archivo. Abra la carpeta y arrastre el archivo.",
  "no-files": "No se ha recibido ningún archivo. Guarde primero el archivo en su dispositivo y añádalo desde allí.",
  "system-file": "Parece un archivo que ha dejado un programa, no uno que quiera subir.",
  addAnyway: "Añadir de todos modos",
} satisfies IntakeMessages;

export const sentences = { intake, transcripts };
