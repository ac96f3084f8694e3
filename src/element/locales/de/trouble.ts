import type { TroubleMessages } from "../../words/messages.ts";

export const sentences = {
  rejections: {
    empty: "Sie ist leer. Wählen Sie eine Datei mit Inhalt.",
    "too-small": (size) => `Sie ist kleiner als ${size}; so groß muss eine Datei hier mindestens sein.`,
    "too-large": (size) => `Sie ist größer als ${size}; so groß darf eine Datei hier höchstens sein.`,
    type: (kinds) => `Diese Art von Datei wird hier nicht angenommen. Angenommen wird: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, {
        other: "Ihr Name ist länger als # Zeichen. Kürzen Sie ihn und fügen Sie die Datei erneut hinzu.",
      }),
    "name-missing": "Sie hat keinen Namen. Geben Sie ihr einen und fügen Sie sie erneut hinzu.",
    "too-many": (count, formats) =>
      count === 1
        ? "Nur eine Datei auf einmal. Warten Sie, bis die andere hochgeladen ist, oder brechen Sie sie ab, und fügen Sie diese erneut hinzu."
        : formats.plural(count, {
            other: "Auf diese Liste passen nur # Dateien. Entfernen Sie eine und fügen Sie diese erneut hinzu.",
          }),
  },
  errors: {
    network: "Die Verbindung ging verloren. Prüfen Sie Ihre Verbindung und versuchen Sie es erneut.",
    timeout: "Der Server hat zu lange nicht geantwortet. Bitte versuchen Sie es gleich noch einmal.",
    "storage-unreachable":
      "Der Dateispeicher ist von dieser Seite aus nicht erreichbar. Falls das wieder geschieht: Bitte wenden Sie sich an die Betreiber dieser Seite.",
    "file-unreadable":
      "Die Datei ist nicht mehr lesbar. Sie wurde verschoben, umbenannt oder geändert; bitte fügen Sie sie erneut hinzu.",
    "rate-limited": "Der Server ist stark ausgelastet. Bitte versuchen Sie es gleich noch einmal.",
    server: "Beim Server gab es ein Problem. Bitte versuchen Sie es gleich noch einmal.",
    unauthorized: "Sie sind nicht mehr angemeldet. Melden Sie sich an und versuchen Sie es erneut.",
    forbidden: "Sie dürfen diese Datei hier nicht hochladen.",
    "not-found": "Der Server kennt diesen Vorgang nicht mehr. Bitte versuchen Sie es erneut.",
    conflict:
      "Auf dem Server gibt es hier schon eine Datei. Benennen Sie Ihre um und fügen Sie sie erneut hinzu, oder versuchen Sie es noch einmal.",
    refused: "Der Server nimmt diese Datei nicht an.",
    expired: "Die Zeit für diesen Vorgang ist abgelaufen. Bitte versuchen Sie es erneut.",
    checksum: "Die Datei wurde unterwegs beschädigt. Bitte versuchen Sie es erneut.",
    protocol: "Die Antwort des Servers ergibt keinen Sinn. Bitte wenden Sie sich an die Betreiber dieser Seite.",
    "unsupported-transfer":
      "Diese Seite kann nicht so hochladen, wie der Server es verlangt. Bitte wenden Sie sich an die Betreiber dieser Seite.",
    internal: "Auf dieser Seite ist etwas schiefgegangen. Bitte versuchen Sie es erneut.",
  },
} satisfies TroubleMessages;
