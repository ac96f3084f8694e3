import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "Envoi de fichiers",
  heading: (multiple) => (multiple ? "Déposez des fichiers ici" : "Déposez un fichier ici"),
  headingTranscript: "Ajoutez une transcription",
  headingMore: "Déposez d’autres fichiers",
  headingAdding: "Ajout des fichiers…",
  dropAccepted: "Relâchez pour ajouter",
  dropRefused: "Impossible d’ajouter cela ici",
  browse: (kind) => ({ file: "Choisir un fichier", files: "Choisir des fichiers", folder: "Choisir un dossier" })[kind],
  pasteText: "Coller du texte",
  kinds: { audio: "audio", image: "image", text: "texte", video: "vidéo" },
  upTo: (size, each) => `${size} max.${each ? " par fichier" : ""}`,
  atMost: (count, formats) => formats.plural(count, { other: "# fichiers au maximum" }),
  notSetUp: "L’envoi n’est pas encore configuré sur cette page. D’ici là, vos fichiers restent dans cette liste.",

  notAdded: (name) => `${name} n’a pas été ajouté`,
  manyNotAdded: (count, formats) => formats.plural(count, { other: "# fichiers n’ont pas été ajoutés" }),
  moreNotAdded: (count, formats) => formats.plural(count, { one: "et # autre", other: "et # autres" }),
  details: "Voir lesquels et pourquoi",
  dismiss: "Fermer ce message",
  unreadable: "Impossible de le lire. Vérifiez qu’il existe encore et que vous avez le droit de l’ouvrir.",
  notLoaded:
    "Une partie de cette page n’a pas pu être chargée. Vérifiez votre connexion et ajoutez à nouveau le fichier. Si cela ne suffit pas, rechargez la page.",
  keptOffline: "Vous êtes hors ligne. Vos fichiers seront ajoutés dès que la connexion sera rétablie.",
  rejections: {
    empty: "Il est vide. Choisissez un fichier qui n’est pas vide.",
    "too-small": (size) => `Il fait moins de ${size}, le minimum accepté ici. Choisissez un fichier plus grand.`,
    "too-large": (size) => `Il dépasse ${size}, le maximum accepté ici. Choisissez un fichier plus petit.`,
    type: (kinds) => `Ce type de fichier n’est pas accepté ici. Types acceptés\u00a0: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, {
        other: "Son nom dépasse # caractères. Raccourcissez-le et ajoutez à nouveau le fichier.",
      }),
    "name-missing": "Il n’a pas de nom. Donnez-lui un nom et ajoutez-le à nouveau.",
    "too-many": (count, formats) =>
      count === 1
        ? "Un seul fichier à la fois. Attendez la fin de l’autre envoi ou annulez-le, puis ajoutez à nouveau celui-ci."
        : formats.plural(count, {
            other: "Cette liste ne peut contenir que # fichiers. Retirez-en un et ajoutez à nouveau celui-ci.",
          }),
  },
  because: (title, reason) => `${title}. ${reason}`,

  valueMissing: (multiple) => (multiple ? "Veuillez ajouter au moins un fichier." : "Veuillez ajouter un fichier."),
  stillUploading: "Certains fichiers ne sont pas encore envoyés. Patientez, ou reprenez ceux qui sont en pause.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./outcomes.ts"),
  () => import("./transcripts.ts"),
] as const;
