import type { SearchMessages } from "../messages.ts";

export const sentences: SearchMessages = {
  field: "按名称搜索",
  clear: "清除搜索内容",
  order: "排序",
  orders: {
    newest: "最新优先",
    oldest: "最早优先",
    name: "按名称",
    largest: "从大到小",
    smallest: "从小到大",
  },
  none: (query) => `没有名称包含“${query}”的文件。`,
  partly: (loaded, total, formats) => `仅包含 ${formats.number(total)} 个文件中的 ${formats.number(loaded)} 个。`,
  loadAll: "包含全部",
  loadMore: "包含更多",
  loading: (loaded, total, formats) => `正在加载… ${formats.number(total)} 个文件中的 ${formats.number(loaded)} 个`,
};
