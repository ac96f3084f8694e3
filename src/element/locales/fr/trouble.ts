import type { TroubleMessages } from "../../words/messages.ts";

export const sentences = {
  rejections: {
    empty: "Il est vide. Choisissez un fichier qui a du contenu.",
    "too-small": (size) => `Il fait moins de ${size}, le minimum accepté ici.`,
    "too-large": (size) => `Il dépasse ${size}, le maximum accepté ici.`,
    type: (kinds) => `Ce type de fichier n’est pas accepté ici. Types acceptés : ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, {
        other: "Son nom dépasse # caractères. Raccourcissez-le et ajoutez à nouveau le fichier.",
      }),
    "name-missing": "Il n’a pas de nom. Donnez-lui-en un et ajoutez-le à nouveau.",
    "too-many": (count, formats) =>
      count === 1
        ? "Un seul fichier à la fois. Attendez la fin de l’autre envoi ou annulez-le, puis ajoutez à nouveau celui-ci."
        : formats.plural(count, {
            other: "Cette liste ne peut contenir que # fichiers. Retirez-en un et ajoutez à nouveau celui-ci.",
          }),
  },
  errors: {
    network: "La connexion a été perdue. Vérifiez votre réseau et réessayez.",
    timeout: "Le serveur a mis trop de temps à répondre. Veuillez réessayer dans un instant.",
    "storage-unreachable":
      "L’espace de stockage est inaccessible depuis cette page. Si cela se reproduit, prévenez les responsables de cette page.",
    "file-unreadable":
      "Le fichier n’est plus lisible. Il a été déplacé, renommé ou modifié ; veuillez l’ajouter à nouveau.",
    "rate-limited": "Le serveur est très occupé. Veuillez réessayer dans un instant.",
    server: "Le serveur a rencontré un problème. Veuillez réessayer dans un instant.",
    unauthorized: "Vous n’êtes plus connecté. Connectez-vous et réessayez.",
    forbidden: "Vous n’êtes pas autorisé à envoyer ce fichier ici.",
    "not-found": "Le serveur ne connaît plus cet envoi. Veuillez réessayer.",
    conflict: "Le serveur a déjà un fichier à cet endroit. Renommez le vôtre et ajoutez-le à nouveau, ou réessayez.",
    refused: "Le serveur n’accepte pas ce fichier.",
    expired: "Le délai de cet envoi est dépassé. Veuillez réessayer.",
    checksum: "Le fichier a été endommagé en route. Veuillez réessayer.",
    protocol: "Le serveur a donné une réponse incompréhensible. Veuillez prévenir les responsables de cette page.",
    "unsupported-transfer":
      "Cette page ne sait pas envoyer de la manière que demande le serveur. Veuillez prévenir les responsables de cette page.",
    internal: "Une erreur s’est produite sur cette page. Veuillez réessayer.",
  },
} satisfies TroubleMessages;
