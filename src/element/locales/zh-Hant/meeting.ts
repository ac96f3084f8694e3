import type { MeetingMessages } from "../../words/meeting-messages.ts";

export const sentences: MeetingMessages = {
  heading: "會議詳細資料",
  title: "標題",
  date: "日期",
  start: "開始",
  end: "結束",
  upload: "上傳",
  discard: "移除",
  summary: (when, people) => (people === "" ? `會議：${when}` : `會議：${when}，${people}`),
  people: (first, others, formats) => formats.plural(others, { other: `${first} 和另外 # 人` }),
  zone: (zone) => `時間依您的時區（${zone}）顯示。`,
  zoneAssumed: (zone) => `檔案沒有註明時區。請核對時間：已依您的時區（${zone}）讀取。`,
  whichDate: "是哪一個日期？",
  askTitle: "請輸入會議標題。",
  askDate: "請輸入會議日期。",
  askStart: "請輸入開始時間。",
  askEnd: "請輸入結束時間。",
  future: "這個時間還沒有到。請輸入會議舉行的時間。",
  tooLong: "這場會議將超過 18 小時。請檢查開始和結束時間。",
};
