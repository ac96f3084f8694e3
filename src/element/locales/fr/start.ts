import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "Envoi de fichiers",
  heading: (multiple) => (multiple ? "Déposez des fichiers ici" : "Déposez un fichier ici"),
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
    "Une partie de cette page n’a pas pu être chargée. Vérifiez votre connexion et ajoutez à nouveau le fichier.",

  because: (title, reason) => `${title}. ${reason}`,
  about: (name, sentence) => `${name} : ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} ajouté.` : formats.plural(count, { other: "# fichiers ajoutés." }),
  announceFailed: (name, reason) => `${name} n’a pas été envoyé. ${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "# fichiers n’ont pas été envoyés." }),
  offline: "Vous êtes hors ligne. L’envoi reprendra dès votre retour.",
  continued: "Reprise après interruption",
  changed: "Le contenu n’est plus le même, le fichier est donc renvoyé depuis le début.",
  announceResumed: "Reprise",
  announceOnline: "Vous êtes de nouveau en ligne.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "# fichier envoyé", other: "# fichiers envoyés" })}${failed ? formats.plural(failed, { one: ", # non envoyé", other: ", # non envoyés" }) : ""}.`,

  valueMissing: (multiple) => (multiple ? "Veuillez ajouter au moins un fichier." : "Veuillez ajouter un fichier."),
  stillUploading: "Veuillez attendre que tous les fichiers soient envoyés.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./trouble.ts"),
  () => import("./transcripts.ts"),
] as const;
