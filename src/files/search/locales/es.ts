import type { SearchMessages } from "../messages.ts";

export const sentences: SearchMessages = {
  field: "Buscar por nombre",
  clear: "Borrar la búsqueda",
  order: "Ordenar",
  orders: {
    newest: "Más recientes primero",
    oldest: "Más antiguos primero",
    name: "Por nombre",
    largest: "Más grandes primero",
    smallest: "Más pequeños primero",
  },
  none: (query) => `Ningún nombre de archivo contiene «${query}».`,
  partly: (loaded, total, formats) =>
    `Solo se incluyen ${formats.number(loaded)} de ${formats.number(total)} archivos.`,
  loadAll: "Incluir todos",
  loadMore: "Incluir más",
  loading: (loaded, total, formats) =>
    `Cargando la lista… ${formats.number(loaded)} de ${formats.number(total)} archivos`,
};
