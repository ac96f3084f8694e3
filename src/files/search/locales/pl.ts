import type { SearchMessages } from "../messages.ts";

export const sentences: SearchMessages = {
  field: "Szukaj po nazwie",
  clear: "Wyczyść wyszukiwanie",
  order: "Sortowanie",
  orders: {
    newest: "Od najnowszych",
    oldest: "Od najstarszych",
    name: "Według nazwy",
    largest: "Od największych",
    smallest: "Od najmniejszych",
  },
  none: (query) => `Żadna nazwa pliku nie zawiera „${query}”.`,
  partly: (loaded, total, formats) => `Uwzględniono plików: ${formats.number(loaded)} z ${formats.number(total)}.`,
  loadAll: "Uwzględnij wszystkie",
  loadMore: "Uwzględnij więcej",
  loading: (loaded, total, formats) => `Wczytywanie… ${formats.number(loaded)} z ${formats.number(total)}`,
};
