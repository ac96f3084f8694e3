import type { FilesMessages } from "../words/messages.ts";

export const sentences = {
  label: "Fichiers envoyés",
  heading: "Fichiers envoyés",
  columns: { name: "Nom", status: "Statut", size: "Taille", added: "Ajouté", actions: "Actions" },
  statuses: { PENDING: "Inachevé", COMPLETED: "Envoyé", CANCELLED: "Annulé", EXPIRED: "Expiré" },

  loading: "Chargement…",
  empty: "Aucun fichier pour l’instant. Ce que vous envoyez apparaîtra ici.",
  count: (total, formats) => formats.plural(total, { one: "# fichier", other: "# fichiers" }),
  range: (from, to, total, formats) => `${formats.number(from)}–${formats.number(to)} sur ${formats.number(total)}`,
  previous: "Page précédente",
  next: "Page suivante",
  refresh: "Actualiser la liste",

  openVisible: "Télécharger",
  open: (name) => `Télécharger ${name}`,
  cancel: (name) => `Annuler l’envoi de ${name}`,

  notSetUp: "La liste des fichiers n’est pas encore configurée sur cette page.",
  offline: "Vous êtes hors ligne. La liste sera chargée dès que la connexion sera rétablie.",
  busy: (duration) =>
    `Le serveur est occupé. ${duration === null ? "Nouvelle tentative en cours." : `Dans ${duration} suivra une nouvelle tentative.`}`,
  listFailed: "Les fichiers n’ont pas pu être chargés",
  notOpened: (name) => `Impossible d’ouvrir ${name}`,
  notCancelled: (name) => `Impossible d’annuler l’envoi de ${name}`,
  problems: {
    network: "Le serveur est injoignable. Vérifiez votre connexion et réessayez.",
    timeout: "Le serveur a mis trop de temps à répondre. Veuillez réessayer dans un instant.",
    busy: "Le serveur est très occupé. Veuillez réessayer dans un instant.",
    server: "Le serveur a rencontré un problème. Veuillez réessayer dans un instant.",
    unauthorized: "Vous n’avez pas ouvert de session. Connectez-vous à votre compte et réessayez.",
    forbidden: "Vous n’avez pas l’autorisation de voir ce contenu.",
    "not-found": "Ce fichier n’existe plus sur le serveur.",
    changed: "Son statut a changé entre-temps. Actualisez la liste.",
    refused: "Le serveur n’accepte pas cette demande.",
    protocol:
      "La liste ne fonctionne pas sur cette page pour le moment. Veuillez prévenir les responsables de cette page.",
  },
  serverSaid: (words) => `Le serveur indique\u00a0: «\u00a0${words}\u00a0»`,
  tryAgain: "Réessayer",
  dismiss: "Fermer ce message",
  ready: (name) => `${name} est prêt, mais votre navigateur n’a pas ouvert d’onglet.`,
  openLink: "Ouvrir",

  because: (title, reason) => `${title}. ${reason}`,
  announceShown: (range) => `Fichiers\u00a0: ${range}.`,
  announceCancelled: (name) => `${name} annulé.`,
} satisfies FilesMessages;

export const more = [] as const;
