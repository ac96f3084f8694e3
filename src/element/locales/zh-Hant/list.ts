import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "檔案",
  queued: "排隊中",
  preparing: "正在準備…",
  checking: "正在檢查…",
  awaitingServer: "即將完成…",
  verifying: "正在驗證…",
  sentOfTotal: (sent, total) => `${sent} / ${total}`,
  timeLeft: (duration) => `還剩 ${duration}`,
  retrying: (cause, duration) =>
    `${cause === "busy" ? "伺服器忙碌中。" : "連線已中斷。"}${duration === null ? "稍後將重試。" : `${duration}後重試。`}`,
  paused: "已暫停",
  failed: "未上傳",
  uploaded: "已上傳",
  verified: "已驗證",
  cancelled: "已取消",
  serverSaid: (words) => `伺服器回覆：「${words}」`,

  progressLabel: (name) => `正在上傳 ${name}`,
  cancel: (name) => `取消 ${name}`,
  remove: (name) => `從清單中移除 ${name}`,
  retryVisible: "重試",
  retry: (name) => `重試 ${name}`,
  pause: (name) => `暫停 ${name}`,
  resume: (name) => `繼續 ${name}`,

  summary: (uploaded, total, formats) =>
    uploaded === total
      ? formats.plural(total, { other: "已上傳 # 個檔案" })
      : formats.plural(total, { other: `已上傳 ${formats.number(uploaded)} 個檔案，共 # 個` }),
  summaryFailed: (count, formats) => formats.plural(count, { other: "# 個未上傳" }),
  overall: "所有檔案",
  start: "上傳",
  pauseAll: "全部暫停",
  resumeAll: "全部繼續",
  cancelAll: "全部取消",
  retryAll: "重試失敗項目",
  clear: "清除已完成",
  onlyFailed: "僅失敗項目",

  restored: "先前已上傳",
  submitWaits: "所有檔案上傳完成後將立即送出。",
  submitStopped: "有檔案未上傳，因此未送出。請重試或移除失敗項目，然後再次送出。",
  submitCancel: "暫不送出",

  interrupted: "上次造訪時未完成",
  safe: (safe, total) => `已儲存 ${safe}，共 ${total}`,
  resumeVisible: "繼續",
  discardVisible: "捨棄",
  discard: (name) => `捨棄 ${name}`,
  addAgain: "請重新加入同一個檔案以繼續。",
  notReopened: "瀏覽器無法再次開啟該檔案。請重新加入，上傳會從停止處繼續。",
} satisfies ListMessages;
