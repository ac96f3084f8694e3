import type { IntakeMessages } from "../../words/intake-messages.ts";
import type { TranscriptMessages } from "../../words/transcript-messages.ts";

const transcripts = {
  hints: {
    blank: "Ce fichier ne contient que des espaces. A-t-il été enregistré en entier\u202f?",
    "no-cues": "Ces sous-titres ne contiennent aucun mot.",
    "cut-off": "Il manque la fin de ce fichier. A-t-il été téléchargé en entier\u202f?",
    recording: "C’est un enregistrement. Ajoutez plutôt le texte de sa transcription.",
    picture: "C’est une image. Ajoutez plutôt la transcription sous forme de texte.",
    archive: "C’est une archive. Décompressez-la et ajoutez la transcription qu’elle contient.",
    "web-page": "C’est une page web, peut-être une page de connexion enregistrée à la place de la transcription.",
    shortcut: "Ce n’est qu’un lien vers le document. Téléchargez le document et ajoutez-le à la place.",
    locked: "Ce document est protégé par un mot de passe\u00a0: son texte ne peut pas être lu.",
    "not-text": "Ce fichier ne contient pas de texte lisible.",
  },
  renamed: (named, found) =>
    `D’après son nom, c’est un fichier .${named}\u202f; d’après son contenu, un fichier .${found}. Renommez-le ou ajoutez le bon fichier.`,
  encoding: () =>
    "Certains caractères de ce fichier risquent d’être mal affichés. Si possible, enregistrez-le en UTF-8 et ajoutez-le à nouveau.",
  announceHints: (count, formats) =>
    formats.plural(count, { other: "Veuillez vérifier # fichiers\u00a0: ils présentent une anomalie." }),
  speakers: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "# intervenant", other: "# intervenants" })
      : formats.plural(count, { one: "au moins # intervenant", other: "au moins # intervenants" }),
  cues: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "# sous-titre", other: "# sous-titres" })
      : formats.plural(count, { one: "environ # sous-titre", other: "environ # sous-titres" }),

  pasted: "Texte collé",
  pastedName: "Nom du fichier",
  pastedContent: "Texte de la transcription",
  pastedEmpty: "Il n’y a pas encore de texte. Collez-le ou saisissez-le ici.",
  pastedAdd: "Ajouter",
  pastedDiscard: "Abandonner",
  pastedAgain: "Il y a déjà du texte ici. Que faire du texte que vous venez de coller\u202f?",
  pastedBelow: "L’ajouter en dessous",
  pastedReplace: "Remplacer le premier",
  pastedKeep: "Ne pas l’utiliser",
  pastedGone: "Le texte a été abandonné.",
  pastedBack: "Le récupérer",
  pastedFile: (date) => `Transcription collée ${date}`,
} satisfies TranscriptMessages;

const intake = {
  "folder-empty": "Ce dossier ne contient aucun fichier pouvant être ajouté.",
  "folder-for-one": "Un seul fichier peut être ajouté ici. Ouvrez le dossier et déposez le fichier lui-même.",
  "no-files": "Aucun fichier n’a été transmis. Enregistrez d’abord le fichier sur votre appareil, puis ajoutez-le.",
  "system-file": "Il ressemble à un fichier laissé par un programme, et non à un fichier que vous voulez envoyer.",
  addAnyway: "Ajouter quand même",
} satisfies IntakeMessages;

export const sentences = { intake, transcripts };
