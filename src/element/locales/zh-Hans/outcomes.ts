import type { OutcomeMessages } from "../../words/messages.ts";

export const sentences = {
  errors: {
    network: "连接已断开。请检查网络后重试。",
    timeout: "服务器响应时间过长。请稍后重试。",
    "storage-unreachable": "无法从此页面访问文件存储。如果再次发生，请联系此页面的管理员。",
    "file-unreadable": "无法再读取该文件。它已被移动、重命名或更改，请重新添加。",
    "rate-limited": "服务器非常繁忙。请稍后重试。",
    server: "服务器出现问题。请稍后重试。",
    unauthorized: "请重新登录（例如在其他标签页中），然后在此继续。",
    forbidden: "您无权在此上传该文件。如需权限，请联系此页面的管理员。",
    "not-found": "服务器已找不到此次上传。请重试。",
    conflict: "服务器上已有同名文件。请将您的文件重命名后重新添加，或再试一次。",
    refused: "服务器未接受此文件。请选择其他文件，或联系此页面的管理员。",
    "too-large": "此文件过大，无法在此上传。请选择较小的文件。",
    type: "此处不接受这种类型的文件。请选择其他文件。",
    "too-many": "您今天上传的文件数已达上限。请明天再试。",
    "share-full": "您未完成的上传过多。请完成或取消其中一些，然后重试。",
    "not-set-up": "此页面目前无法上传文件。请联系此页面的管理员。",
    expired: "此次上传已超时。请重试。",
    checksum: "文件在传输中损坏。请重试。",
    protocol: "此页面目前无法上传文件。请联系此页面的管理员。",
    "unsupported-transfer": "此页面目前无法上传文件。请联系此页面的管理员。",
    internal: "此页面出现问题。请重试。",
  },

  about: (name, sentence) => `${name}：${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `已添加 ${name}。` : formats.plural(count, { other: "已添加 # 个文件。" }),
  announceFailed: (name, reason) => `${name} 未上传。${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "有 # 个文件未上传。" }),
  offline: "您已离线。恢复连接后会立即继续。",
  continued: "从中断处继续",
  changed: "内容与之前不同，因此从头开始上传。",
  announceResumed: "已继续上传",
  announceOnline: "您已重新联网。",
  announceHalf: "已上传一半。",
  announceDismissed: "消息已关闭。",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { other: "已上传 # 个文件" })}${failed ? formats.plural(failed, { other: "，# 个上传失败" }) : ""}。`,
} satisfies OutcomeMessages;
