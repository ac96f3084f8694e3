import type { SearchMessages } from "../messages.ts";

export const sentences: SearchMessages = {
  field: "Nach Namen suchen",
  clear: "Suche leeren",
  order: "Sortierung",
  orders: {
    newest: "Neueste zuerst",
    oldest: "Älteste zuerst",
    name: "Nach Namen",
    largest: "Größte zuerst",
    smallest: "Kleinste zuerst",
  },
  none: (query) => `Kein Dateiname enthält „${query}“.`,
  partly: (loaded, total, formats) =>
    `Nur ${formats.number(loaded)} von ${formats.number(total)} Dateien sind berücksichtigt.`,
  loadAll: "Alle berücksichtigen",
  loadMore: "Weitere berücksichtigen",
  loading: (loaded, total, formats) => `Wird geladen… ${formats.number(loaded)} von ${formats.number(total)} Dateien`,
};
