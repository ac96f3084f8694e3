import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "ファイルのアップロード",
  heading: () => "ここにファイルをドロップ",
  headingMore: "さらにファイルをドロップ",
  headingAdding: "ファイルを追加しています…",
  dropAccepted: "離すと追加されます",
  dropRefused: "ここには追加できません",
  browse: (kind) => (kind === "folder" ? "フォルダを選択" : "ファイルを選択"),
  pasteText: "テキストを貼り付け",
  kinds: { audio: "音声", image: "画像", text: "テキスト", video: "動画" },
  upTo: (size, each) => `${each ? "1 件につき " : ""}${size} まで`,
  atMost: (count, formats) => formats.plural(count, { other: "最大 # 件" }),
  notSetUp: "このページではまだアップロードの設定ができていません。それまでファイルはこの一覧に残ります。",

  notAdded: (name) => `${name} は追加されませんでした`,
  manyNotAdded: (count, formats) => formats.plural(count, { other: "# 件のファイルは追加されませんでした" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "ほか # 件" }),
  details: "対象と理由を表示",
  dismiss: "このメッセージを閉じる",
  unreadable: "読み込めませんでした。ファイルがまだ存在し、開く権限があるかご確認ください。",
  notLoaded: "ページの一部を読み込めませんでした。接続を確認して、ファイルをもう一度追加してください。",

  because: (title, reason) => `${title}。${reason}`,
  about: (name, sentence) => `${name}：${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} を追加しました。` : formats.plural(count, { other: "# 件のファイルを追加しました。" }),
  announceFailed: (name, reason) => `${name} はアップロードされませんでした。${reason}`,
  announceManyFailed: (count, formats) =>
    formats.plural(count, { other: "# 件のファイルはアップロードされませんでした。" }),
  offline: "オフラインです。接続が戻り次第、続きを再開します。",
  continued: "中断したところから再開",
  changed: "内容が以前と異なるため、最初からアップロードしています。",
  announceResumed: "再開しました",
  announceOnline: "オンラインに戻りました。",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { other: "# 件のファイルをアップロードしました" })}${failed ? formats.plural(failed, { other: "。# 件は失敗しました" }) : ""}。`,

  valueMissing: (multiple) => (multiple ? "ファイルを 1 件以上追加してください。" : "ファイルを追加してください。"),
  stillUploading: "すべてのファイルのアップロードが終わるまでお待ちください。",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./trouble.ts"),
  () => import("./transcripts.ts"),
] as const;
