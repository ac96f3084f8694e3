import type { IntakeMessages } from "../../words/intake-messages.ts";
import type { TranscriptMessages } from "../../words/transcript-messages.ts";

const transcripts = {
  hints: {
    blank: "Questo file contiene solo spazi vuoti. È stato salvato per intero?",
    "no-cues": "Questi sottotitoli non contengono parole.",
    "cut-off": "Manca la fine di questo file. È stato scaricato per intero?",
    recording: "Questa è una registrazione. Aggiungi invece il testo della trascrizione.",
    picture: "Questa è un’immagine. Aggiungi invece la trascrizione come testo.",
    archive: "Questo è un archivio. Decomprimilo e aggiungi la trascrizione che contiene.",
    "web-page": "Questa è una pagina web, forse una pagina di accesso salvata al posto della trascrizione.",
    shortcut: "Questo è solo un collegamento al documento. Scarica il documento e aggiungi quello.",
    locked: "Una password protegge questo documento, quindi il testo non si può leggere.",
    "not-text": "In questo file non c’è testo leggibile.",
  },
  renamed: (named, found) =>
    `In base al nome è un file .${named}, in base al contenuto un file .${found}. Rinominalo o aggiungi il file giusto.`,
  encoding: () =>
    "Alcuni caratteri di questo file potrebbero essere visualizzati male. Se puoi, salvalo in UTF-8 e aggiungilo di nuovo.",
  announceHints: (count, formats) =>
    formats.plural(count, { other: "Controlla # file: presentano qualcosa di insolito." }),
  speakers: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "# interlocutore", other: "# interlocutori" })
      : formats.plural(count, { one: "almeno # interlocutore", other: "almeno # interlocutori" }),
  cues: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "# sottotitolo", other: "# sottotitoli" })
      : formats.plural(count, { one: "circa # sottotitolo", other: "circa # sottotitoli" }),

  pasted: "Testo incollato",
  pastedName: "Nome del file",
  pastedContent: "Testo della trascrizione",
  pastedEmpty: "Non c’è ancora testo. Incollalo o scrivilo qui.",
  pastedAdd: "Aggiungi",
  pastedDiscard: "Scarta",
  pastedAgain: "Qui c’è già del testo. Che cosa vuoi fare con il testo appena incollato?",
  pastedBelow: "Aggiungi sotto",
  pastedReplace: "Sostituisci il primo",
  pastedKeep: "Non usarlo",
  pastedGone: "Il testo è stato scartato.",
  pastedBack: "Recupera",
  pastedFile: (date) => `Trascrizione incollata ${date}`,
} satisfies TranscriptMessages;

const intake = {
  "folder-empty": "In questa cartella non c’è nessun file che si possa aggiungere.",
  "folder-for-one": "Qui si può aggiungere un solo file. Apri la cartella e trascina il file stesso.",
  "no-files": "Non è arrivato nessun file. Salva prima il file sul dispositivo e aggiungilo da lì.",
  "system-file": "Sembra un file lasciato da un programma, non uno che vuoi caricare.",
  addAnyway: "Aggiungi comunque",
} satisfies IntakeMessages;

export const sentences = { intake, transcripts };
