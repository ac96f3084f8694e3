import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "Caricamento di file",
  heading: (multiple) => (multiple ? "Trascini qui i file" : "Trascini qui un file"),
  headingTranscript: "Aggiunga una trascrizione",
  headingMore: "Trascini altri file",
  headingAdding: "Aggiunta dei file…",
  dropAccepted: "Rilasci per aggiungere",
  dropRefused: "Questo non si può aggiungere qui",
  browse: (kind) => ({ file: "Scegli un file", files: "Scegli i file", folder: "Scegli una cartella" })[kind],
  pasteText: "Incolla testo",
  kinds: { audio: "audio", image: "immagine", text: "testo", video: "video" },
  upTo: (size, each) => `fino a ${size}${each ? " ciascuno" : ""}`,
  atMost: (count, formats) => formats.plural(count, { other: "al massimo # file" }),
  notSetUp:
    "Il caricamento non è ancora configurato su questa pagina. Fino ad allora i Suoi file restano in questo elenco.",

  notAdded: (name) => `${name} non è stato aggiunto`,
  manyNotAdded: (count, formats) => formats.plural(count, { other: "# file non sono stati aggiunti" }),
  moreNotAdded: (count, formats) => formats.plural(count, { one: "e un altro", other: "e altri #" }),
  details: "Mostra quali e perché",
  dismiss: "Chiudi questo messaggio",
  unreadable: "Non è stato possibile leggerlo. Verifichi che esista ancora e che Lei possa aprirlo.",
  notLoaded:
    "Non è stato possibile caricare una parte di questa pagina. Verifichi la connessione e aggiunga di nuovo il file.",
  keptOffline: "È offline. I file saranno aggiunti appena torna la connessione.",
  rejections: {
    empty: "È vuoto. Scelga un file che contenga qualcosa.",
    "too-small": (size) => `È più piccolo di ${size}, il minimo accettato qui.`,
    "too-large": (size) => `È più grande di ${size}, il massimo accettato qui.`,
    type: (kinds) => `Questo tipo di file non è accettato qui. Tipi accettati: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, {
        other: "Il nome supera # caratteri. Ne scelga uno più breve e lo aggiunga di nuovo.",
      }),
    "name-missing": "Non ha un nome. Gliene dia uno e lo aggiunga di nuovo.",
    "too-many": (count, formats) =>
      count === 1
        ? "Un solo file alla volta. Attenda che l’altro sia caricato, o lo annulli, e aggiunga di nuovo questo."
        : formats.plural(count, {
            other: "In questo elenco ci stanno solo # file. Ne rimuova uno e aggiunga di nuovo questo.",
          }),
  },
  because: (title, reason) => `${title}. ${reason}`,

  valueMissing: (multiple) => (multiple ? "Aggiunga almeno un file." : "Aggiunga un file."),
  stillUploading: "Attenda che tutti i file siano caricati.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./outcomes.ts"),
  () => import("./transcripts.ts"),
] as const;
