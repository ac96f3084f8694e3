import type { MeetingMessages } from "../../words/meeting-messages.ts";

export const sentences: MeetingMessages = {
  heading: "会议详情",
  title: "标题",
  date: "日期",
  start: "开始",
  end: "结束",
  upload: "上传",
  discard: "移除",
  summary: (when, people) => (people === "" ? `会议：${when}` : `会议：${when}，${people}`),
  people: (first, others, formats) => formats.plural(others, { other: `${first} 和另外 # 人` }),
  zone: (zone) => `时间按您的时区（${zone}）显示。`,
  zoneAssumed: (zone) => `文件没有注明时区。请核对时间：已按您的时区（${zone}）读取。`,
  whichDate: "是哪一个日期？",
  askTitle: "请输入会议标题。",
  askDate: "请输入会议日期。",
  askStart: "请输入开始时间。",
  askEnd: "请输入结束时间。",
  future: "这个时间还没有到。请输入会议举行的时间。",
  tooLong: "这场会议将超过 18 小时。请检查开始和结束时间。",
};
