import type { SeldomMessages } from "../../words/seldom-messages.ts";

export const sentences: SeldomMessages = {
  already: (date) => `${date}にアップロード済み`,
  unchanged: "それ以降、内容は変わっていません。",
  alreadyAs: (name) => `同じ内容が ${name} という名前でアップロードされています。`,
  alreadyMany: (count, formats) =>
    formats.plural(count, {
      other: "# 件のファイルはすでにアップロードされています。もう一度アップロードするか、一覧から外してください。",
    }),
  signedOut: "サインアウト済み",
  continueVisible: "続ける",
  uploading: "アップロード中…",
};
