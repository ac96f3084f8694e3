import type { FilesMessages } from "../words/messages.ts";

export const sentences = {
  label: "Geüploade bestanden",
  heading: "Geüploade bestanden",
  columns: { name: "Naam", status: "Status", size: "Grootte", added: "Toegevoegd", actions: "Acties" },
  statuses: { PENDING: "Niet voltooid", COMPLETED: "Geüpload", CANCELLED: "Geannuleerd", EXPIRED: "Verlopen" },

  loading: "Laden…",
  empty: "Nog geen bestanden. Wat u uploadt, verschijnt hier.",
  count: (total, formats) => formats.plural(total, { one: "# bestand", other: "# bestanden" }),
  range: (from, to, total, formats) => `${formats.number(from)}–${formats.number(to)} van ${formats.number(total)}`,
  previous: "Vorige pagina",
  next: "Volgende pagina",
  refresh: "Lijst vernieuwen",

  openVisible: "Downloaden",
  open: (name) => `${name} downloaden`,
  cancel: (name) => `${name} annuleren`,

  notSetUp: "De lijst met bestanden is op deze pagina nog niet ingesteld.",
  offline: "U bent offline. De lijst wordt geladen zodra u weer verbinding hebt.",
  busy: (duration) =>
    `De server heeft het druk. ${duration === null ? "Nieuwe poging volgt nu." : `Over ${duration} volgt een nieuwe poging.`}`,
  listFailed: "De bestanden konden niet worden geladen",
  notOpened: (name) => `${name} kon niet worden geopend`,
  notCancelled: (name) => `${name} kon niet worden geannuleerd`,
  problems: {
    network: "De server is niet bereikbaar. Controleer uw verbinding en probeer het opnieuw.",
    timeout: "De server deed er te lang over om te antwoorden. Probeer het zo meteen opnieuw.",
    busy: "De server heeft het erg druk. Probeer het zo meteen opnieuw.",
    server: "Er is een probleem met de server. Probeer het zo meteen opnieuw.",
    unauthorized: "U bent niet aangemeld. Meld u aan en probeer het opnieuw.",
    forbidden: "U mag dit hier niet bekijken.",
    "not-found": "Dit bestand staat niet meer op de server.",
    changed: "De status van het bestand is intussen veranderd. Vernieuw de lijst.",
    refused: "De server accepteert dit verzoek niet.",
    protocol: "De lijst werkt op dit moment niet op deze pagina. Meld het aan de beheerders van deze pagina.",
  },
  serverSaid: (words) => `De server meldt: “${words}”`,
  tryAgain: "Opnieuw",
  dismiss: "Melding sluiten",
  ready: (name) => `${name} staat klaar, maar uw browser opende er geen tabblad voor.`,
  openLink: "Openen",

  because: (title, reason) => `${title}. ${reason}`,
  announceShown: (range) => `Bestanden: ${range}.`,
  announceCancelled: (name) => `${name} geannuleerd.`,
} satisfies FilesMessages;

export const more = [] as const;
