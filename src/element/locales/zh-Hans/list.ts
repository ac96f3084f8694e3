import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "文件",
  queued: "排队中",
  held: "尚未发送，请检查",
  preparing: "正在准备…",
  finishing: "即将完成…",
  sentOfTotal: (sent, total) => `${sent} / ${total}`,
  timeLeft: (duration) => `还剩 ${duration}`,
  stalled: "正在等待网络…",
  retrying: (cause, duration) =>
    `${{ busy: "服务器繁忙。", problem: "服务器出现问题。", lost: "连接已中断。" }[cause]}${duration === null ? "稍后将重试。" : `${duration}后重试。`}`,
  paused: "已暂停",
  failed: "上传失败",
  uploaded: "已上传",
  pleaseCheck: "已上传，请检查",
  verified: "已上传并验证",
  cancelled: "已取消",
  serverSaid: (words) => `服务器提示：“${words}”`,

  progressLabel: (name) => `正在上传 ${name}`,
  cancel: (name) => `取消 ${name}`,
  remove: (name) => `从列表中移除 ${name}`,
  removed: (name, isUploaded) =>
    isUploaded ? `已从此列表中移除 ${name}，文件仍保持已上传状态。` : `已从此列表中移除 ${name}。`,
  removedMany: (count, formats) => formats.plural(count, { other: "已从此列表中移除 # 个文件。" }),
  undo: "撤销",
  retryVisible: "重试",
  retry: (name) => `重试 ${name}`,
  againVisible: "重新上传",
  anotherVisible: "选择其他文件",
  pause: (name) => `暂停 ${name}`,
  resume: (name) => `继续 ${name}`,

  summary: (uploaded, total, formats) =>
    uploaded === total
      ? formats.plural(total, { other: "已上传 # 个文件" })
      : formats.plural(total, { other: `已上传 ${formats.number(uploaded)} 个文件，共 # 个` }),
  summaryFailed: (count, formats) => formats.plural(count, { other: "# 个上传失败" }),
  summaryToCheck: (count, formats) => formats.plural(count, { other: "# 个待检查" }),
  overall: "所有文件",
  start: "上传",
  sendVisible: "仍要上传",
  pauseAll: "全部暂停",
  resumeAll: "全部继续",
  cancelAll: "全部取消",
  retryAll: "重试失败项",
  clear: "清除已完成项",
  onlyFailed: "仅失败项",

  restored: "之前已上传",
  submitWaits: "所有文件上传完成后将立即提交表单。",
  submitStopped: "有文件未上传，因此表单未提交。请重试或移除失败项，然后再次提交表单。",
  submitCancel: "暂不提交表单",

  interrupted: "上次访问时未完成的上传",
  safe: (safe, total) => `已上传 ${safe}，共 ${total}`,
  resumeVisible: "继续",
  discardVisible: "放弃",
  discard: (name) => `放弃 ${name}`,
  addAgain: "请重新添加同一文件以继续。",
  chooseVisible: "重新选择",
  notReopened: "浏览器无法再次打开该文件。请重新添加，上传将从停止处继续。",
} satisfies ListMessages;
