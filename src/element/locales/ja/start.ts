import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "ファイルのアップロード",
  heading: () => "ここにファイルをドロップ",
  headingTranscript: "文字起こしを追加",
  headingMore: "さらにファイルをドロップ",
  headingAdding: "ファイルを追加しています…",
  dropAccepted: "離すと追加されます",
  dropRefused: "ここには追加できません",
  browse: (kind) => (kind === "folder" ? "フォルダーを選択" : "ファイルを選択"),
  pasteText: "テキストを貼り付け",
  kinds: { audio: "音声", image: "画像", text: "テキスト", video: "動画" },
  upTo: (size, each) => `${each ? "1 件につき " : ""}${size} まで`,
  atMost: (count, formats) => formats.plural(count, { other: "最大 # 件" }),
  notSetUp: "このページではまだアップロードの設定ができていません。設定が済むまで、ファイルはこの一覧に残ります。",

  notAdded: (name) => `${name} は追加されませんでした`,
  manyNotAdded: (count, formats) => formats.plural(count, { other: "# 件のファイルは追加されませんでした" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "ほか # 件" }),
  details: "対象と理由を表示",
  dismiss: "このメッセージを閉じる",
  unreadable: "読み込めませんでした。ファイルがまだ存在し、開く権限があるかご確認ください。",
  notLoaded:
    "ページの一部を読み込めませんでした。接続を確認して、ファイルをもう一度追加してください。解決しない場合は、ページを再読み込みしてください。",
  keptOffline: "オフラインです。接続が戻り次第、ファイルを追加します。",
  rejections: {
    empty: "空のファイルです。中身のあるファイルを選んでください。",
    "too-small": (size) => `サイズが下限の ${size} を下回っています。もっと大きいファイルを選んでください。`,
    "too-large": (size) => `サイズが上限の ${size} を超えています。もっと小さいファイルを選んでください。`,
    type: (kinds) => `この種類のファイルは受け付けていません。対応する種類：${kinds}。`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, {
        other: "ファイル名が # 文字を超えています。短くしてからもう一度追加してください。",
      }),
    "name-missing": "ファイル名がありません。名前を付けてからもう一度追加してください。",
    "too-many": (count, formats) =>
      count === 1
        ? "一度に追加できるのは 1 件だけです。ほかのファイルの完了を待つか、キャンセルしてから、もう一度追加してください。"
        : formats.plural(count, {
            other: "この一覧に入るのは # 件までです。1 件外してから、もう一度追加してください。",
          }),
  },
  because: (title, reason) => `${title}。${reason}`,

  valueMissing: (multiple) => (multiple ? "ファイルを 1 件以上追加してください。" : "ファイルを追加してください。"),
  stillUploading:
    "まだアップロードが終わっていないファイルがあります。完了をお待ちいただくか、一時停止中のものを再開してください。",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./outcomes.ts"),
  () => import("./transcripts.ts"),
] as const;
