import type { TroubleMessages } from "../../words/messages.ts";

export const sentences = {
  rejections: {
    empty: "Het is leeg. Kies een bestand met inhoud.",
    "too-small": (size) => `Het is kleiner dan ${size}, het minimum hier.`,
    "too-large": (size) => `Het is groter dan ${size}, het maximum hier.`,
    type: (kinds) => `Dit soort bestand wordt hier niet aangenomen. Wel: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, {
        other: "De naam is langer dan # tekens. Maak hem korter en voeg het bestand opnieuw toe.",
      }),
    "name-missing": "Het heeft geen naam. Geef het er een en voeg het opnieuw toe.",
    "too-many": (count, formats) =>
      count === 1
        ? "Eén bestand tegelijk. Wacht tot het andere is geüpload, of annuleer het, en voeg dit opnieuw toe."
        : formats.plural(count, {
            other: "Er passen maar # bestanden in deze lijst. Verwijder er een en voeg dit opnieuw toe.",
          }),
  },
  errors: {
    network: "De verbinding is verbroken. Controleer uw netwerk en probeer het opnieuw.",
    timeout: "De server deed er te lang over. Probeer het zo meteen opnieuw.",
    "storage-unreachable":
      "De bestandsopslag is vanaf deze pagina niet bereikbaar. Gebeurt het weer, meld het dan aan de beheerders van deze pagina.",
    "file-unreadable":
      "Het bestand is niet meer leesbaar. Het is verplaatst, hernoemd of gewijzigd; voeg het opnieuw toe.",
    "rate-limited": "De server heeft het erg druk. Probeer het zo meteen opnieuw.",
    server: "De server had een probleem. Probeer het zo meteen opnieuw.",
    unauthorized: "U bent niet meer aangemeld. Meld u aan en probeer het opnieuw.",
    forbidden: "U mag dit bestand hier niet uploaden.",
    "not-found": "De server kent deze upload niet meer. Probeer het opnieuw.",
    conflict:
      "De server heeft op deze plek al een bestand. Hernoem het uwe en voeg het opnieuw toe, of probeer het nog eens.",
    refused: "De server neemt dit bestand niet aan.",
    expired: "De tijd voor deze upload is verstreken. Probeer het opnieuw.",
    checksum: "Het bestand is onderweg beschadigd. Probeer het opnieuw.",
    protocol: "De server gaf een onbegrijpelijk antwoord. Meld het aan de beheerders van deze pagina.",
    "unsupported-transfer":
      "Deze pagina kan niet uploaden zoals de server het vraagt. Meld het aan de beheerders van deze pagina.",
    internal: "Er ging iets mis op deze pagina. Probeer het opnieuw.",
  },
} satisfies TroubleMessages;
