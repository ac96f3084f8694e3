import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "ファイル",
  queued: "待機中",
  held: "未送信（要確認）",
  preparing: "準備中…",
  finishing: "完了処理中…",
  sentOfTotal: (sent, total) => `${sent} / ${total}`,
  timeLeft: (duration) => `残り ${duration}`,
  stalled: "ネットワークを待っています…",
  retrying: (cause, duration) =>
    `${{ busy: "サーバーが混み合っています。", problem: "サーバーで問題が発生しました。", lost: "接続が切れました。" }[cause]}${duration === null ? "まもなく再試行します。" : `${duration}後に再試行します。`}`,
  paused: "一時停止中",
  failed: "アップロード失敗",
  uploaded: "アップロード済み",
  pleaseCheck: "アップロード済み（要確認）",
  verified: "アップロード・検証済み",
  cancelled: "キャンセル済み",
  serverSaid: (words) => `サーバーの応答：「${words}」`,

  progressLabel: (name) => `${name} をアップロード中`,
  cancel: (name) => `${name} をキャンセル`,
  remove: (name) => `${name} を一覧から外す`,
  removed: (name, isUploaded) =>
    isUploaded ? `${name} を一覧から外しました。アップロード済みのままです。` : `${name} を一覧から外しました。`,
  removedMany: (count, formats) => formats.plural(count, { other: "# 件を一覧から外しました。" }),
  undo: "元に戻す",
  retryVisible: "再試行",
  retry: (name) => `${name} を再試行`,
  againVisible: "もう一度アップロード",
  anotherVisible: "別のファイルを選択",
  pause: (name) => `${name} を一時停止`,
  resume: (name) => `${name} を再開`,

  summary: (uploaded, total, formats) =>
    uploaded === total
      ? formats.plural(total, { other: "# 件アップロード済み" })
      : formats.plural(total, { other: `# 件中 ${formats.number(uploaded)} 件アップロード済み` }),
  summaryFailed: (count, formats) => formats.plural(count, { other: "# 件失敗" }),
  summaryToCheck: (count, formats) => formats.plural(count, { other: "# 件要確認" }),
  overall: "すべてのファイル",
  start: "アップロード",
  sendVisible: "そのままアップロード",
  pauseAll: "すべて一時停止",
  resumeAll: "すべて再開",
  cancelAll: "すべてキャンセル",
  retryAll: "失敗分を再試行",
  clear: "完了分を一覧から外す",
  onlyFailed: "失敗のみ",

  restored: "以前にアップロード済み",
  submitWaits: "すべてのファイルのアップロードが終わり次第、フォームが送信されます。",
  submitStopped:
    "アップロードできなかったファイルがあるため、フォームは送信されませんでした。再試行するか一覧から外してから、もう一度送信してください。",
  submitCancel: "まだ送信しない",

  interrupted: "前回のアップロードの未完了分",
  safe: (safe, total) => `${total} 中 ${safe} はアップロード済み`,
  resumeVisible: "再開",
  discardVisible: "破棄",
  discard: (name) => `${name} を破棄`,
  addAgain: "続けるには、同じファイルをもう一度追加してください。",
  chooseVisible: "もう一度選択",
  notReopened: "ブラウザーでファイルを再び開けませんでした。もう一度追加すると、中断したところから続きます。",
} satisfies ListMessages;
