import type { IntakeMessages } from "../../words/intake-messages.ts";
import type { TranscriptMessages } from "../../words/transcript-messages.ts";

const transcripts = {
  hints: {
    blank: "Este arquivo só contém espaços em branco. Ele foi salvo por completo?",
    "no-cues": "Estas legendas não contêm palavras.",
    "cut-off": "Falta o final deste arquivo. Ele foi baixado por completo?",
    recording: "Isto é uma gravação. Em vez dela, adicione o texto da transcrição.",
    picture: "Isto é uma imagem. Em vez dela, adicione a transcrição como texto.",
    archive: "Isto é um arquivo compactado. Descompacte-o e adicione a transcrição que está dentro.",
    "web-page": "Isto é uma página da web, talvez uma página de login salva no lugar da transcrição.",
    shortcut: "Isto é só um link para o documento. Baixe o documento e adicione-o no lugar do link.",
    locked: "Uma senha protege este documento, por isso o texto não pode ser lido.",
    "not-text": "Não há texto legível neste arquivo.",
  },
  renamed: (named, found) =>
    `Pelo nome, é um arquivo .${named}; pelo conteúdo, um arquivo .${found}. Renomeie-o ou adicione o arquivo certo.`,
  encoding: () =>
    "Alguns caracteres deste arquivo podem aparecer errados. Se puder, salve-o como UTF-8 e adicione-o novamente.",
  announceHints: (count, formats) =>
    formats.plural(count, { other: "Confira # dos arquivos: há algo estranho neles." }),
  speakers: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "# falante", other: "# falantes" })
      : formats.plural(count, { one: "pelo menos # falante", other: "pelo menos # falantes" }),
  cues: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "# legenda", other: "# legendas" })
      : formats.plural(count, { one: "cerca de # legenda", other: "cerca de # legendas" }),

  pasted: "Texto colado",
  pastedName: "Nome do arquivo",
  pastedContent: "Texto da transcrição",
  pastedEmpty: "Ainda não há texto. Cole ou digite aqui.",
  pastedAdd: "Adicionar",
  pastedDiscard: "Descartar",
  pastedAgain: "Já há texto aqui. O que fazer com o texto colado agora?",
  pastedBelow: "Adicionar abaixo",
  pastedReplace: "Substituir o primeiro",
  pastedKeep: "Não usar",
  pastedGone: "O texto foi descartado.",
  pastedBack: "Recuperar",
  pastedFile: (date) => `Transcrição colada ${date}`,
} satisfies TranscriptMessages;

const intake = {
  "folder-empty": "Não há nesta pasta nenhum arquivo que possa ser adicionado.",
  "folder-for-one": "Só um arquivo pode ser adicionado aqui. Abra a pasta e arraste o próprio arquivo.",
  "no-files": "Nenhum arquivo veio junto. Salve primeiro o arquivo no seu dispositivo e depois adicione-o.",
  "system-file": "Parece um arquivo deixado por um programa, e não um que você queira enviar.",
  addAnyway: "Adicionar mesmo assim",
} satisfies IntakeMessages;

export const sentences = { intake, transcripts };
