import type { OutcomeMessages } from "../../words/messages.ts";

export const sentences = {
  errors: {
    network: "La connexion a été perdue. Vérifiez votre connexion Internet et réessayez.",
    timeout: "Le serveur a mis trop de temps à répondre. Veuillez réessayer dans un instant.",
    "storage-unreachable":
      "L’espace de stockage est inaccessible depuis cette page. Si cela se reproduit, prévenez les responsables de cette page.",
    "file-unreadable":
      "Le fichier n’est plus lisible. Il a été déplacé, renommé ou modifié\u202f; veuillez l’ajouter à nouveau.",
    "rate-limited": "Le serveur est très occupé. Veuillez réessayer dans un instant.",
    server: "Le serveur a rencontré un problème. Veuillez réessayer dans un instant.",
    unauthorized: "Connectez-vous à nouveau, par exemple dans un autre onglet, puis continuez ici.",
    forbidden:
      "Vous n’avez pas l’autorisation d’envoyer ce fichier ici. Si c’est une erreur, contactez les responsables de cette page.",
    "not-found": "Le serveur ne reconnaît plus cet envoi. Veuillez réessayer.",
    conflict: "Le serveur a déjà un fichier portant ce nom. Renommez le vôtre et ajoutez-le à nouveau, ou réessayez.",
    refused: "Le serveur n’a pas accepté ce fichier. Essayez-en un autre ou prévenez les responsables de cette page.",
    "too-large": "Ce fichier est trop volumineux pour être envoyé ici. Choisissez un fichier plus petit.",
    type: "Ce type de fichier n’est pas accepté ici. Choisissez un autre fichier.",
    "too-many": "Vous avez atteint le nombre maximal de fichiers par jour. Veuillez réessayer demain.",
    "share-full": "Vous avez trop d’envois inachevés. Terminez-en ou annulez-en quelques-uns, puis réessayez.",
    "not-set-up":
      "L’envoi de fichiers ne fonctionne pas sur cette page pour le moment. Veuillez prévenir les responsables de cette page.",
    expired: "Le délai de cet envoi est dépassé. Veuillez réessayer.",
    checksum: "Le fichier a été endommagé pendant l’envoi. Veuillez réessayer.",
    protocol:
      "L’envoi de fichiers ne fonctionne pas sur cette page pour le moment. Veuillez prévenir les responsables de cette page.",
    "unsupported-transfer":
      "L’envoi de fichiers ne fonctionne pas sur cette page pour le moment. Veuillez prévenir les responsables de cette page.",
    internal: "Une erreur s’est produite sur cette page. Veuillez réessayer.",
  },

  about: (name, sentence) => `${name}\u00a0: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} ajouté.` : formats.plural(count, { other: "# fichiers ajoutés." }),
  announceFailed: (name, reason) => `${name} n’a pas été envoyé. ${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "# fichiers n’ont pas été envoyés." }),
  offline: "Vous êtes hors ligne. L’envoi reprendra dès que la connexion sera rétablie.",
  continued: "Reprise après interruption",
  changed: "Le fichier a changé depuis la dernière fois\u00a0: il est renvoyé depuis le début.",
  announceResumed: "Reprise",
  announceOnline: "Vous êtes de nouveau en ligne.",
  announceHalf: "La moitié est envoyée.",
  announceDismissed: "Message fermé.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "# fichier envoyé", other: "# fichiers envoyés" })}${failed ? formats.plural(failed, { one: ", # non envoyé", other: ", # non envoyés" }) : ""}.`,
} satisfies OutcomeMessages;
