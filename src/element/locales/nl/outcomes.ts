import type { OutcomeMessages } from "../../words/messages.ts";

export const sentences = {
  errors: {
    network: "De verbinding is verbroken. Controleer uw internetverbinding en probeer het opnieuw.",
    timeout: "De server deed er te lang over om te antwoorden. Probeer het zo meteen opnieuw.",
    "storage-unreachable":
      "De bestandsopslag is vanaf deze pagina niet bereikbaar. Gebeurt het weer, meld het dan aan de beheerders van deze pagina.",
    "file-unreadable":
      "Het bestand is niet meer leesbaar. Het is verplaatst, hernoemd of gewijzigd; voeg het opnieuw toe.",
    "rate-limited": "De server heeft het erg druk. Probeer het zo meteen opnieuw.",
    server: "Er is een probleem met de server. Probeer het zo meteen opnieuw.",
    unauthorized: "Meld u opnieuw aan, bijvoorbeeld in een ander tabblad, en ga hier verder.",
    forbidden: "U mag dit bestand hier niet uploaden. Klopt dat niet, vraag het dan aan de beheerders van deze pagina.",
    "not-found": "De server herkent deze upload niet meer. Probeer het opnieuw.",
    conflict:
      "Op de server staat al een bestand met deze naam. Geef uw bestand een andere naam en voeg het opnieuw toe, of probeer het nog eens.",
    refused:
      "De server heeft dit bestand niet geaccepteerd. Probeer een ander bestand of meld het aan de beheerders van deze pagina.",
    "too-large": "Dit bestand is te groot om hier te uploaden. Kies een kleiner bestand.",
    type: "Dit soort bestand wordt hier niet geaccepteerd. Kies een ander bestand.",
    "too-many": "U hebt zoveel bestanden geüpload als op één dag mag. Probeer het morgen opnieuw.",
    "share-full": "U hebt te veel onvoltooide uploads. Voltooi of annuleer er enkele en probeer het opnieuw.",
    "not-set-up": "Uploaden werkt op dit moment niet op deze pagina. Meld het aan de beheerders van deze pagina.",
    expired: "De tijd voor deze upload is verstreken. Probeer het opnieuw.",
    checksum: "Het bestand is tijdens het uploaden beschadigd. Probeer het opnieuw.",
    protocol: "Uploaden werkt op dit moment niet op deze pagina. Meld het aan de beheerders van deze pagina.",
    "unsupported-transfer":
      "Uploaden werkt op dit moment niet op deze pagina. Meld het aan de beheerders van deze pagina.",
    internal: "Er ging iets mis op deze pagina. Probeer het opnieuw.",
  },

  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} toegevoegd.` : formats.plural(count, { other: "# bestanden toegevoegd." }),
  announceFailed: (name, reason) => `${name} is niet geüpload. ${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "# bestanden zijn niet geüpload." }),
  offline: "U bent offline. Het uploaden gaat verder zodra u weer verbinding hebt.",
  continued: "Hervat waar het was afgebroken",
  changed: "De inhoud is niet meer dezelfde, daarom wordt het bestand vanaf het begin geüpload.",
  announceResumed: "Hervat",
  announceOnline: "U bent weer online.",
  announceHalf: "De helft is geüpload.",
  announceDismissed: "Melding gesloten.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "# bestand geüpload", other: "# bestanden geüpload" })}${failed ? formats.plural(failed, { other: ", # niet geüpload" }) : ""}.`,
} satisfies OutcomeMessages;
