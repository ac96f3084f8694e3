import type { SearchMessages } from "../messages.ts";

export const sentences: SearchMessages = {
  field: "Rechercher par nom",
  clear: "Effacer la recherche",
  order: "Tri",
  orders: {
    newest: "Plus récents d’abord",
    oldest: "Plus anciens d’abord",
    name: "Par nom",
    largest: "Plus gros d’abord",
    smallest: "Plus petits d’abord",
  },
  none: (query) => `Aucun nom de fichier ne contient «\u00a0${query}\u00a0».`,
  partly: (loaded, total, formats) =>
    `Seuls ${formats.number(loaded)} fichiers sur ${formats.number(total)} sont pris en compte.`,
  loadAll: "Tout inclure",
  loadMore: "En inclure plus",
  loading: (loaded, total, formats) => `Chargement… ${formats.number(loaded)} fichiers sur ${formats.number(total)}`,
};
