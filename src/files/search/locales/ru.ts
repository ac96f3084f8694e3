import type { SearchMessages } from "../messages.ts";

export const sentences: SearchMessages = {
  field: "Поиск по имени",
  clear: "Очистить поиск",
  order: "Сортировка",
  orders: {
    newest: "Сначала новые",
    oldest: "Сначала старые",
    name: "По имени",
    largest: "Сначала большие",
    smallest: "Сначала маленькие",
  },
  none: (query) => `Ни одно имя файла не содержит «${query}».`,
  partly: (loaded, total, formats) => `Учтено файлов: ${formats.number(loaded)} из ${formats.number(total)}.`,
  loadAll: "Учесть все",
  loadMore: "Учесть ещё",
  loading: (loaded, total, formats) => `Список загружается… ${formats.number(loaded)} из ${formats.number(total)}`,
};
