import type { SeldomMessages } from "../../words/seldom-messages.ts";

export const sentences: SeldomMessages = {
  already: (date) => `已於${date}上傳`,
  unchanged: "此後內容沒有變化。",
  alreadyAs: (name) => `相同的內容曾以 ${name} 為名上傳。`,
  alreadyMany: (count, formats) => formats.plural(count, { other: "# 個檔案先前已上傳。請重新上傳或將其移除。" }),
  signedOut: "已登出",
  continueVisible: "繼續",
  uploading: "正在上傳…",
};
