import type { SeldomMessages } from "../../words/seldom-messages.ts";

export const sentences: SeldomMessages = {
  already: (date) => `Bereits am ${date} hochgeladen`,
  unchanged: "Die Datei hat sich seitdem nicht verändert.",
  alreadyAs: (name) => `Derselbe Inhalt wurde als ${name} hochgeladen.`,
  alreadyMany: (count, formats) =>
    formats.plural(count, {
      other: "# Dateien wurden bereits hochgeladen. Laden Sie sie erneut hoch oder entfernen Sie sie.",
    }),
  signedOut: "Abgemeldet",
  continueVisible: "Weiter",
  uploading: "Wird hochgeladen…",
};
