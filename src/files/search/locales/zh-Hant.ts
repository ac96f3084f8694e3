import type { SearchMessages } from "../messages.ts";

export const sentences: SearchMessages = {
  field: "依名稱搜尋",
  clear: "清除搜尋內容",
  order: "排序",
  orders: {
    newest: "最新的在前",
    oldest: "最舊的在前",
    name: "依名稱",
    largest: "由大到小",
    smallest: "由小到大",
  },
  none: (query) => `沒有名稱包含「${query}」的檔案。`,
  partly: (loaded, total, formats) => `僅包含 ${formats.number(total)} 個檔案中的 ${formats.number(loaded)} 個。`,
  loadAll: "包含全部",
  loadMore: "包含更多",
  loading: (loaded, total, formats) => `正在載入… ${formats.number(total)} 個檔案中的 ${formats.number(loaded)} 個`,
};
