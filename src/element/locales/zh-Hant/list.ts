import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "檔案",
  queued: "排隊中",
  held: "尚未傳送，請檢查",
  preparing: "正在準備…",
  finishing: "即將完成…",
  sentOfTotal: (sent, total) => `${sent} / ${total}`,
  timeLeft: (duration) => `還剩 ${duration}`,
  stalled: "正在等待網路…",
  retrying: (cause, duration) =>
    `${{ busy: "伺服器忙碌中。", problem: "伺服器發生問題。", lost: "連線已中斷。" }[cause]}${duration === null ? "稍後將重試。" : `${duration}後重試。`}`,
  paused: "已暫停",
  failed: "上傳失敗",
  uploaded: "已上傳",
  pleaseCheck: "已上傳，請檢查",
  verified: "已上傳並驗證",
  cancelled: "已取消",
  serverSaid: (words) => `伺服器回應：「${words}」`,

  progressLabel: (name) => `正在上傳 ${name}`,
  cancel: (name) => `取消 ${name}`,
  remove: (name) => `從清單中移除 ${name}`,
  removed: (name, isUploaded) =>
    isUploaded ? `已從此清單中移除 ${name}，檔案仍維持已上傳狀態。` : `已從此清單中移除 ${name}。`,
  removedMany: (count, formats) => formats.plural(count, { other: "已從此清單中移除 # 個檔案。" }),
  undo: "復原",
  retryVisible: "重試",
  retry: (name) => `重試 ${name}`,
  againVisible: "重新上傳",
  anotherVisible: "選擇其他檔案",
  pause: (name) => `暫停 ${name}`,
  resume: (name) => `繼續 ${name}`,

  summary: (uploaded, total, formats) =>
    uploaded === total
      ? formats.plural(total, { other: "已上傳 # 個檔案" })
      : formats.plural(total, { other: `已上傳 ${formats.number(uploaded)} 個檔案，共 # 個` }),
  summaryFailed: (count, formats) => formats.plural(count, { other: "# 個上傳失敗" }),
  summaryToCheck: (count, formats) => formats.plural(count, { other: "# 個待檢查" }),
  overall: "所有檔案",
  start: "上傳",
  sendVisible: "仍要上傳",
  pauseAll: "全部暫停",
  resumeAll: "全部繼續",
  cancelAll: "全部取消",
  retryAll: "重試失敗項目",
  clear: "清除已完成項目",
  onlyFailed: "僅失敗項目",

  restored: "先前已上傳",
  submitWaits: "所有檔案上傳完成後將立即送出表單。",
  submitStopped: "有檔案未上傳，因此表單未送出。請重試或移除失敗項目，然後再次送出表單。",
  submitCancel: "暫不送出表單",

  interrupted: "上次造訪時未完成的上傳",
  safe: (safe, total) => `已上傳 ${safe}，共 ${total}`,
  resumeVisible: "繼續",
  discardVisible: "捨棄",
  discard: (name) => `捨棄 ${name}`,
  addAgain: "請重新加入同一個檔案以繼續。",
  chooseVisible: "重新選擇",
  notReopened: "瀏覽器無法再次開啟該檔案。請重新加入，上傳會從停止處繼續。",
} satisfies ListMessages;
