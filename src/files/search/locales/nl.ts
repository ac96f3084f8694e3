import type { SearchMessages } from "../messages.ts";

export const sentences: SearchMessages = {
  field: "Zoeken op naam",
  clear: "Zoekopdracht wissen",
  order: "Sorteren",
  orders: {
    newest: "Nieuwste eerst",
    oldest: "Oudste eerst",
    name: "Op naam",
    largest: "Grootste eerst",
    smallest: "Kleinste eerst",
  },
  none: (query) => `Geen enkele bestandsnaam bevat “${query}”.`,
  partly: (loaded, total, formats) =>
    `Alleen ${formats.number(loaded)} van de ${formats.number(total)} bestanden zijn meegenomen.`,
  loadAll: "Alles meenemen",
  loadMore: "Meer meenemen",
  loading: (loaded, total, formats) => `Laden… ${formats.number(loaded)} van ${formats.number(total)} bestanden`,
};
