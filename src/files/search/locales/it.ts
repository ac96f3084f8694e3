import type { SearchMessages } from "../messages.ts";

export const sentences: SearchMessages = {
  field: "Cerca per nome",
  clear: "Cancella la ricerca",
  order: "Ordina",
  orders: {
    newest: "Prima i più recenti",
    oldest: "Prima i meno recenti",
    name: "Per nome",
    largest: "Prima i più grandi",
    smallest: "Prima i più piccoli",
  },
  none: (query) => `Nessun nome di file contiene «${query}».`,
  partly: (loaded, total, formats) => `Sono inclusi solo ${formats.number(loaded)} file su ${formats.number(total)}.`,
  loadAll: "Includi tutti",
  loadMore: "Includi altri",
  loading: (loaded, total, formats) => `Caricamento… ${formats.number(loaded)} file su ${formats.number(total)}`,
};
