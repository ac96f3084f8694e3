import type { FilesMessages } from "../words/messages.ts";

export const sentences = {
  label: "アップロードしたファイル",
  heading: "アップロードしたファイル",
  columns: { name: "名前", status: "状態", size: "サイズ", added: "追加日時", actions: "操作" },
  statuses: { PENDING: "未完了", COMPLETED: "アップロード済み", CANCELLED: "キャンセル済み", EXPIRED: "期限切れ" },

  loading: "読み込み中…",
  empty: "ファイルはまだありません。アップロードしたものがここに表示されます。",
  count: (total, formats) => formats.plural(total, { other: "# 件" }),
  range: (from, to, total, formats) =>
    `${formats.number(total)} 件中 ${formats.number(from)}～${formats.number(to)} 件`,
  previous: "前のページ",
  next: "次のページ",
  refresh: "一覧を更新",

  openVisible: "ダウンロード",
  open: (name) => `${name} をダウンロード`,
  cancel: (name) => `${name} をキャンセル`,

  notSetUp: "このページではまだファイル一覧の設定ができていません。",
  offline: "オフラインです。接続が戻り次第、一覧を読み込みます。",
  busy: (duration) =>
    `サーバーが混み合っています。${duration === null ? "再試行しています。" : `${duration}後に再試行します。`}`,
  listFailed: "ファイルを読み込めませんでした",
  notOpened: (name) => `${name} を開けませんでした`,
  notCancelled: (name) => `${name} をキャンセルできませんでした`,
  problems: {
    network: "サーバーに接続できません。ネットワークを確認して、もう一度お試しください。",
    timeout: "サーバーの応答に時間がかかりすぎました。しばらくしてからもう一度お試しください。",
    busy: "サーバーがたいへん混み合っています。しばらくしてからもう一度お試しください。",
    server: "サーバーで問題が発生しました。しばらくしてからもう一度お試しください。",
    unauthorized: "サインインしていません。サインインして、もう一度お試しください。",
    forbidden: "これを表示する権限がありません。",
    "not-found": "このファイルはサーバーに残っていません。",
    changed: "その間に状態が変わりました。一覧を更新してください。",
    refused: "サーバーがこの操作を受け付けませんでした。",
    protocol: "現在、このページでは一覧をご利用いただけません。ページの管理者にお知らせください。",
  },
  serverSaid: (words) => `サーバーの応答：「${words}」`,
  tryAgain: "再試行",
  dismiss: "このメッセージを閉じる",
  ready: (name) => `${name} の準備ができましたが、ブラウザーがタブを開きませんでした。`,
  openLink: "開く",

  because: (title, reason) => `${title}。${reason}`,
  announceShown: (range) => `ファイル：${range}。`,
  announceCancelled: (name) => `${name} をキャンセルしました。`,
} satisfies FilesMessages;

export const more = [] as const;
