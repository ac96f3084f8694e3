import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "Bestanden uploaden",
  heading: (multiple) => (multiple ? "Sleep bestanden hierheen" : "Sleep een bestand hierheen"),
  headingMore: "Sleep meer bestanden hierheen",
  headingAdding: "Bestanden toevoegen…",
  dropAccepted: "Laat los om toe te voegen",
  dropRefused: "Dit kan hier niet worden toegevoegd",
  browse: (kind) => ({ file: "Bestand kiezen", files: "Bestanden kiezen", folder: "Map kiezen" })[kind],
  pasteText: "Tekst plakken",
  kinds: { audio: "audio", image: "afbeelding", text: "tekst", video: "video" },
  upTo: (size, each) => `tot ${size}${each ? " per stuk" : ""}`,
  atMost: (count, formats) => formats.plural(count, { other: "hoogstens # bestanden" }),
  notSetUp: "Uploaden is op deze pagina nog niet ingesteld. Tot die tijd blijven uw bestanden in deze lijst.",

  notAdded: (name) => `${name} is niet toegevoegd`,
  manyNotAdded: (count, formats) => formats.plural(count, { other: "# bestanden zijn niet toegevoegd" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "en nog #" }),
  details: "Bekijk welke en waarom",
  dismiss: "Melding sluiten",
  unreadable: "Het kon niet worden gelezen. Controleer of het nog bestaat en of u het mag openen.",
  notLoaded:
    "Een deel van deze pagina kon niet worden geladen. Controleer uw verbinding en voeg het bestand opnieuw toe.",

  because: (title, reason) => `${title}. ${reason}`,
  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} toegevoegd.` : formats.plural(count, { other: "# bestanden toegevoegd." }),
  announceFailed: (name, reason) => `${name} is niet geüpload. ${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "# bestanden zijn niet geüpload." }),
  offline: "U bent offline. Het gaat verder zodra u weer verbinding hebt.",
  continued: "Verdergegaan waar het was afgebroken",
  changed: "De inhoud is niet meer dezelfde, daarom wordt het bestand vanaf het begin geüpload.",
  announceResumed: "Hervat",
  announceOnline: "U bent weer online.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "# bestand geüpload", other: "# bestanden geüpload" })}${failed ? formats.plural(failed, { other: ", # niet geüpload" }) : ""}.`,

  valueMissing: (multiple) => (multiple ? "Voeg minstens één bestand toe." : "Voeg een bestand toe."),
  stillUploading: "Wacht tot alle bestanden zijn geüpload.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./trouble.ts"),
  () => import("./transcripts.ts"),
] as const;
