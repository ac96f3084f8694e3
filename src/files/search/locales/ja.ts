import type { SearchMessages } from "../messages.ts";

export const sentences: SearchMessages = {
  field: "名前で検索",
  clear: "検索をクリア",
  order: "並べ替え",
  orders: {
    newest: "新しい順",
    oldest: "古い順",
    name: "名前順",
    largest: "大きい順",
    smallest: "小さい順",
  },
  none: (query) => `名前に「${query}」を含むファイルはありません。`,
  partly: (loaded, total, formats) => `${formats.number(total)} 件中 ${formats.number(loaded)} 件のみが対象です。`,
  loadAll: "すべてを対象にする",
  loadMore: "さらに対象に含める",
  loading: (loaded, total, formats) => `読み込み中… ${formats.number(total)} 件中 ${formats.number(loaded)} 件`,
};
