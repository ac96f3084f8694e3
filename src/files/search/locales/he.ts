import type { SearchMessages } from "../messages.ts";

export const sentences: SearchMessages = {
  field: "חיפוש לפי שם",
  clear: "ניקוי החיפוש",
  order: "מיון",
  orders: {
    newest: "החדשים קודם",
    oldest: "הישנים קודם",
    name: "לפי שם",
    largest: "הגדולים קודם",
    smallest: "הקטנים קודם",
  },
  none: (query) => `אין קובץ ששמו מכיל ”${query}”.`,
  partly: (loaded, total, formats) => `נכללים רק ${formats.number(loaded)} מתוך ${formats.number(total)} קבצים.`,
  loadAll: "הכללת כולם",
  loadMore: "הכללת עוד",
  loading: (loaded, total, formats) => `בטעינה… ${formats.number(loaded)} מתוך ${formats.number(total)}`,
};
