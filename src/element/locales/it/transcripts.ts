import type { IntakeMessages } from "../../words/intake-messages.ts";
import type { TranscriptMessages } from "../../words/transcript-messages.ts";

const transcripts = {
  hints: {
    blank: "Questo file contiene solo spazi vuoti.",
    "no-cues": "Questi sottotitoli non contengono parole.",
    "cut-off": "Manca la fine di questo file. È stato scaricato per intero?",
    recording: "Questa è una registrazione. Una trascrizione ne è il testo.",
    picture: "Questa è un’immagine. Una trascrizione è testo.",
    archive: "Questo è un archivio. Lo decomprima e aggiunga la trascrizione che contiene.",
    "web-page": "Questa è una pagina web, forse una pagina di accesso salvata al posto della trascrizione.",
    shortcut: "Questo è solo un collegamento al documento. Scarichi il documento e lo aggiunga.",
    locked: "Una password protegge questo documento, quindi il testo non si può leggere.",
    "not-text": "In questo file non c’è testo leggibile.",
  },
  renamed: (named, found) => `Dal nome è un file .${named}, dal contenuto un file .${found}.`,
  encoding: () => "Alcune lettere di questo file potrebbero risultare errate. Salvarlo in UTF-8 aiuta.",
  announceHints: (count, formats) =>
    formats.plural(count, { other: "Controlli # dei file: c’è qualcosa di insolito." }),
  speakers: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "# voce", other: "# voci" })
      : formats.plural(count, { other: "# voci o più" }),
  cues: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "# sottotitolo", other: "# sottotitoli" })
      : formats.plural(count, { one: "circa # sottotitolo", other: "circa # sottotitoli" }),

  pasted: "Testo incollato",
  pastedName: "Nome del file",
  pastedContent: "Testo della trascrizione",
  pastedEmpty: "Non c’è ancora testo. Lo incolli o lo scriva qui.",
  pastedAdd: "Aggiungi",
  pastedDiscard: "Scarta",
  pastedAgain: "Qui c’è già del testo. Che cosa si deve fare con il testo incollato ora?",
  pastedBelow: "Aggiungi sotto",
  pastedReplace: "Sostituisci il primo",
  pastedKeep: "Non usarlo",
  pastedGone: "Il testo è stato scartato.",
  pastedBack: "Recupera",
  pastedFile: (date) => `Trascrizione incollata ${date}`,
} satisfies TranscriptMessages;

const intake = {
  "folder-empty": "In questa cartella non c’è nessun file che si possa aggiungere.",
  "folder-for-one": "Qui si può aggiungere un solo file. Apra la cartella e trascini il file stesso.",
  "no-files": "Non è arrivato nessun file. Salvi prima il file sul dispositivo e lo aggiunga da lì.",
  "system-file": "Sembra un file lasciato da un programma, non uno che vuole caricare.",
  addAnyway: "Aggiungi comunque",
} satisfies IntakeMessages;

export const sentences = { intake, transcripts };
