import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "Fichiers",
  queued: "En attente",
  held: "Pas encore envoyé, à vérifier",
  preparing: "Préparation…",
  finishing: "Finalisation…",
  sentOfTotal: (sent, total) => `${sent} sur ${total}`,
  timeLeft: (duration) => `il reste ${duration}`,
  stalled: "En attente du réseau…",
  retrying: (cause, duration) =>
    `${{ busy: "Le serveur est occupé.", problem: "Le serveur a rencontré un problème.", lost: "La connexion a été interrompue." }[cause]} ${duration === null ? "Nouvelle tentative sous peu." : `Dans ${duration} suivra une nouvelle tentative.`}`,
  paused: "En pause",
  failed: "Non envoyé",
  uploaded: "Envoyé",
  pleaseCheck: "Envoyé, à vérifier",
  verified: "Envoyé et vérifié",
  cancelled: "Annulé",
  serverSaid: (words) => `Le serveur indique\u00a0: «\u00a0${words}\u00a0»`,

  progressLabel: (name) => `Envoi de ${name}`,
  cancel: (name) => `Annuler l’envoi de ${name}`,
  remove: (name) => `Retirer ${name} de la liste`,
  removed: (name, isUploaded) =>
    isUploaded ? `${name} n’est plus dans cette liste. L’envoi est conservé.` : `${name} n’est plus dans cette liste.`,
  removedMany: (count, formats) =>
    formats.plural(count, {
      one: "# fichier n’est plus dans cette liste.",
      other: "# fichiers ne sont plus dans cette liste.",
    }),
  undo: "Annuler le retrait",
  retryVisible: "Réessayer",
  retry: (name) => `Relancer l’envoi de ${name}`,
  againVisible: "Renvoyer",
  anotherVisible: "Choisir un autre",
  pause: (name) => `Mettre ${name} en pause`,
  resume: (name) => `Reprendre l’envoi de ${name}`,

  summary: (uploaded, total, formats) =>
    uploaded === total
      ? formats.plural(total, { one: "# fichier envoyé", other: "# fichiers envoyés" })
      : formats.plural(uploaded, {
          one: `# fichier sur ${formats.number(total)} envoyé`,
          other: `# fichiers sur ${formats.number(total)} envoyés`,
        }),
  summaryFailed: (count, formats) => formats.plural(count, { one: "# non envoyé", other: "# non envoyés" }),
  summaryToCheck: (count, formats) => formats.plural(count, { other: "# à vérifier" }),
  overall: "Tous les fichiers",
  start: "Envoyer",
  sendVisible: "Envoyer quand même",
  pauseAll: "Tout mettre en pause",
  resumeAll: "Tout reprendre",
  cancelAll: "Tout annuler",
  retryAll: "Relancer les envois échoués",
  clear: "Retirer les envois terminés",
  onlyFailed: "Échecs seulement",

  restored: "Déjà envoyés",
  submitWaits: "Le formulaire sera validé dès que tous les fichiers seront envoyés.",
  submitStopped:
    "Le formulaire n’a pas été validé, car certains fichiers n’ont pas été envoyés. Relancez leur envoi ou retirez-les, puis validez de nouveau.",
  submitCancel: "Ne pas valider pour l’instant",

  interrupted: "Envois inachevés d’une visite précédente",
  safe: (safe, total) => `${safe} sur ${total} déjà envoyés`,
  resumeVisible: "Reprendre",
  discardVisible: "Abandonner",
  discard: (name) => `Abandonner ${name}`,
  addAgain: "Ajoutez à nouveau le même fichier pour continuer.",
  chooseVisible: "Le choisir à nouveau",
  notReopened:
    "Le navigateur n’a pas pu rouvrir le fichier. Ajoutez-le à nouveau\u202f; l’envoi reprendra là où il s’est arrêté.",
} satisfies ListMessages;
