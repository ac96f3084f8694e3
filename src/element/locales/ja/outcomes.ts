import type { OutcomeMessages } from "../../words/messages.ts";

export const sentences = {
  errors: {
    network: "接続が切れました。ネットワークを確認して、もう一度お試しください。",
    timeout: "サーバーの応答に時間がかかりすぎました。しばらくしてからもう一度お試しください。",
    "storage-unreachable":
      "このページから保存先に接続できません。この状態が続く場合は、ページの管理者にお知らせください。",
    "file-unreadable":
      "ファイルを読み取れなくなりました。移動、名前の変更、または内容の変更があったようです。もう一度追加してください。",
    "rate-limited": "サーバーがたいへん混み合っています。しばらくしてからもう一度お試しください。",
    server: "サーバーで問題が発生しました。しばらくしてからもう一度お試しください。",
    unauthorized: "別のタブなどで再度サインインしてから、ここで続けてください。",
    forbidden: "このファイルをここにアップロードする権限がありません。必要な場合は、ページの管理者にお知らせください。",
    "not-found": "このアップロードはサーバーに残っていません。もう一度お試しください。",
    conflict: "サーバーに同じ名前のファイルがあります。名前を変えて追加し直すか、もう一度お試しください。",
    refused: "サーバーがこのファイルを受け付けませんでした。別のファイルを選ぶか、ページの管理者にお知らせください。",
    "too-large": "このファイルは大きすぎるため、ここにはアップロードできません。もっと小さいファイルを選んでください。",
    type: "この種類のファイルはここでは受け付けていません。別のファイルを選んでください。",
    "too-many": "1 日にアップロードできる数に達しました。明日もう一度お試しください。",
    "share-full": "未完了のアップロードが多すぎます。いくつかを完了するかキャンセルしてから、もう一度お試しください。",
    "not-set-up": "現在、このページではアップロードをご利用いただけません。ページの管理者にお知らせください。",
    expired: "アップロードの制限時間を過ぎました。もう一度お試しください。",
    checksum: "ファイルが途中で破損しました。もう一度お試しください。",
    protocol: "現在、このページではアップロードをご利用いただけません。ページの管理者にお知らせください。",
    "unsupported-transfer":
      "現在、このページではアップロードをご利用いただけません。ページの管理者にお知らせください。",
    internal: "このページで問題が発生しました。もう一度お試しください。",
  },

  about: (name, sentence) => `${name}：${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} を追加しました。` : formats.plural(count, { other: "# 件のファイルを追加しました。" }),
  announceFailed: (name, reason) => `${name} はアップロードされませんでした。${reason}`,
  announceManyFailed: (count, formats) =>
    formats.plural(count, { other: "# 件のファイルはアップロードされませんでした。" }),
  offline: "オフラインです。接続が戻り次第、再開します。",
  continued: "中断したところから再開",
  changed: "内容が以前と異なるため、最初からアップロードしています。",
  announceResumed: "再開しました",
  announceOnline: "オンラインに戻りました。",
  announceHalf: "半分アップロードしました。",
  announceDismissed: "メッセージを閉じました。",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { other: "# 件のファイルをアップロードしました" })}${failed ? formats.plural(failed, { other: "。# 件は失敗しました" }) : ""}。`,
} satisfies OutcomeMessages;
