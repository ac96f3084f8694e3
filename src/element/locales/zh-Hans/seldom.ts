import type { SeldomMessages } from "../../words/seldom-messages.ts";

export const sentences: SeldomMessages = {
  already: (date) => `已于${date}上传`,
  unchanged: "此后内容没有变化。",
  alreadyAs: (name) => `相同的内容曾以 ${name} 为名上传。`,
  alreadyMany: (count, formats) => formats.plural(count, { other: "# 个文件此前已上传。请重新上传或将其移除。" }),
  signedOut: "已退出登录",
  continueVisible: "继续",
  uploading: "正在上传…",
};
