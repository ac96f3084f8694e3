import type { MeetingMessages } from "../../words/meeting-messages.ts";

export const sentences: MeetingMessages = {
  heading: "会議の詳細",
  title: "タイトル",
  date: "日付",
  start: "開始",
  end: "終了",
  upload: "アップロード",
  discard: "削除",
  summary: (when, people) => (people === "" ? `会議：${when}` : `会議：${when}、${people}`),
  people: (first, others, formats) => formats.plural(others, { other: `${first} ほか # 名` }),
  zone: (zone) => `時刻はお使いのタイムゾーン（${zone}）で表示しています。`,
  zoneAssumed: (zone) =>
    `ファイルにタイムゾーンの記載がありません。お使いのタイムゾーン（${zone}）の時刻として読み取ったので、ご確認ください。`,
  whichDate: "どちらの日付ですか？",
  askTitle: "会議のタイトルを入力してください。",
  askDate: "会議の日付を入力してください。",
  askStart: "開始時刻を入力してください。",
  askEnd: "終了時刻を入力してください。",
  future: "まだ来ていない時刻です。会議が行われた日時を入力してください。",
  tooLong: "18 時間を超える会議になります。開始と終了を確認してください。",
};
