import type { SearchMessages } from "../messages.ts";

export const sentences: SearchMessages = {
  field: "Search by name",
  clear: "Clear the search",
  order: "Sort",
  orders: {
    newest: "Newest first",
    oldest: "Oldest first",
    name: "By name",
    largest: "Largest first",
    smallest: "Smallest first",
  },
  none: (query) => `No file name contains “${query}”.`,
  partly: (loaded, total, formats) => `Only ${formats.number(loaded)} of ${formats.number(total)} files are included.`,
  loadAll: "Include all",
  loadMore: "Include more",
  loading: (loaded, total, formats) => `Loading… ${formats.number(loaded)} of ${formats.number(total)} files`,
};
