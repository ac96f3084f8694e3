import type { SearchMessages } from "../messages.ts";

export const sentences: SearchMessages = {
  field: "이름으로 검색",
  clear: "검색어 지우기",
  order: "정렬",
  orders: {
    newest: "최신순",
    oldest: "오래된순",
    name: "이름순",
    largest: "크기 큰 순",
    smallest: "크기 작은 순",
  },
  none: (query) => `이름에 “${query}” 문자가 들어 있는 파일이 없습니다.`,
  partly: (loaded, total, formats) => `파일 ${formats.number(total)}개 중 ${formats.number(loaded)}개만 포함됩니다.`,
  loadAll: "모두 포함",
  loadMore: "더 포함",
  loading: (loaded, total, formats) => `불러오는 중… ${formats.number(total)}개 중 ${formats.number(loaded)}개`,
};
