import type { SearchMessages } from "../messages.ts";

export const sentences: SearchMessages = {
  field: "नाम से खोजें",
  clear: "खोज मिटाएँ",
  order: "क्रम",
  orders: {
    newest: "नई पहले",
    oldest: "पुरानी पहले",
    name: "नाम से",
    largest: "बड़ी पहले",
    smallest: "छोटी पहले",
  },
  none: (query) => `किसी फ़ाइल के नाम में “${query}” नहीं है।`,
  partly: (loaded, total, formats) => `${formats.number(total)} में से सिर्फ़ ${formats.number(loaded)} फ़ाइलें शामिल हैं।`,
  loadAll: "सभी शामिल करें",
  loadMore: "और शामिल करें",
  loading: (loaded, total, formats) => `लोड हो रहा है… ${formats.number(total)} में से ${formats.number(loaded)}`,
};
