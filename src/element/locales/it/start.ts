import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "Caricamento di file",
  heading: (multiple) => (multiple ? "Trascina qui i file" : "Trascina qui un file"),
  headingTranscript: "Aggiungi una trascrizione",
  headingMore: "Trascina altri file",
  headingAdding: "Aggiunta dei file…",
  dropAccepted: "Rilascia per aggiungere",
  dropRefused: "Questo non si può aggiungere qui",
  browse: (kind) => ({ file: "Scegli un file", files: "Scegli i file", folder: "Scegli una cartella" })[kind],
  pasteText: "Incolla testo",
  kinds: { audio: "audio", image: "immagine", text: "testo", video: "video" },
  upTo: (size, each) => `fino a ${size}${each ? " ciascuno" : ""}`,
  atMost: (count, formats) => formats.plural(count, { other: "al massimo # file" }),
  notSetUp:
    "Il caricamento non è ancora configurato su questa pagina. Fino ad allora i tuoi file restano in questo elenco.",

  notAdded: (name) => `${name} non è stato aggiunto`,
  manyNotAdded: (count, formats) => formats.plural(count, { other: "# file non sono stati aggiunti" }),
  moreNotAdded: (count, formats) => formats.plural(count, { one: "e un altro", other: "e altri #" }),
  details: "Mostra quali e perché",
  dismiss: "Chiudi questo messaggio",
  unreadable: "Non è stato possibile leggerlo. Verifica che esista ancora e di avere il permesso di aprirlo.",
  notLoaded:
    "Non è stato possibile caricare una parte di questa pagina. Verifica la connessione e aggiungi di nuovo il file. Se non basta, ricarica la pagina.",
  keptOffline: "Sei offline. I tuoi file saranno aggiunti appena torna la connessione.",
  rejections: {
    empty: "È vuoto. Scegli un file con del contenuto.",
    "too-small": (size) => `È più piccolo di ${size}, il minimo accettato qui. Scegli un file più grande.`,
    "too-large": (size) => `È più grande di ${size}, il massimo accettato qui. Scegli un file più piccolo.`,
    type: (kinds) => `Questo tipo di file non è accettato qui. Tipi accettati: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, {
        other: "Il nome del file supera # caratteri. Accorcialo e aggiungi di nuovo il file.",
      }),
    "name-missing": "Non ha un nome. Assegnagliene uno e aggiungilo di nuovo.",
    "too-many": (count, formats) =>
      count === 1
        ? "Un solo file alla volta. Attendi che l’altro sia caricato, o annullalo, e aggiungi di nuovo questo."
        : formats.plural(count, {
            other: "Questo elenco può contenere solo # file. Rimuovine uno e aggiungi di nuovo questo.",
          }),
  },
  because: (title, reason) => `${title}. ${reason}`,

  valueMissing: (multiple) => (multiple ? "Aggiungi almeno un file." : "Aggiungi un file."),
  stillUploading: "Alcuni file non sono ancora caricati. Attendi, oppure riprendi quelli in pausa.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./outcomes.ts"),
  () => import("./transcripts.ts"),
] as const;
