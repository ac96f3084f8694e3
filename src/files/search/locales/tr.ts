import type { SearchMessages } from "../messages.ts";

export const sentences: SearchMessages = {
  field: "Ada göre ara",
  clear: "Aramayı temizle",
  order: "Sıralama",
  orders: {
    newest: "En yeniler önce",
    oldest: "En eskiler önce",
    name: "Ada göre",
    largest: "En büyükler önce",
    smallest: "En küçükler önce",
  },
  none: (query) => `Adında “${query}” geçen dosya yok.`,
  partly: (loaded, total, formats) =>
    `${formats.number(total)} dosyadan yalnızca ${formats.number(loaded)} tanesi dahil.`,
  loadAll: "Tümünü dahil et",
  loadMore: "Daha fazlasını dahil et",
  loading: (loaded, total, formats) => `Liste yükleniyor… ${formats.number(loaded)} / ${formats.number(total)}`,
};
