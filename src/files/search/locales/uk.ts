import type { SearchMessages } from "../messages.ts";

export const sentences: SearchMessages = {
  field: "Пошук за назвою",
  clear: "Очистити пошук",
  order: "Сортування",
  orders: {
    newest: "Спочатку нові",
    oldest: "Спочатку старі",
    name: "За назвою",
    largest: "Спочатку великі",
    smallest: "Спочатку малі",
  },
  none: (query) => `Жодна назва файлу не містить «${query}».`,
  partly: (loaded, total, formats) => `Враховано файлів: ${formats.number(loaded)} із ${formats.number(total)}.`,
  loadAll: "Врахувати всі",
  loadMore: "Врахувати ще",
  loading: (loaded, total, formats) => `Список завантажується… ${formats.number(loaded)} із ${formats.number(total)}`,
};
