import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "Caricamento di file",
  heading: (multiple) => (multiple ? "Trascini qui i file" : "Trascini qui un file"),
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

  because: (title, reason) => `${title}. ${reason}`,
  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} aggiunto.` : formats.plural(count, { other: "# file aggiunti." }),
  announceFailed: (name, reason) => `${name} non è stato caricato. ${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "# file non sono stati caricati." }),
  offline: "È offline. Si riprende appena torna la connessione.",
  continued: "Ripreso da dove si era interrotto",
  changed: "Il contenuto non è più lo stesso, quindi il file viene caricato dall’inizio.",
  announceResumed: "Ripreso",
  announceOnline: "È di nuovo online.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "# file caricato", other: "# file caricati" })}${failed ? formats.plural(failed, { one: ", # non caricato", other: ", # non caricati" }) : ""}.`,

  valueMissing: (multiple) => (multiple ? "Aggiunga almeno un file." : "Aggiunga un file."),
  stillUploading: "Attenda che tutti i file siano caricati.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./trouble.ts"),
  () => import("./transcripts.ts"),
] as const;
