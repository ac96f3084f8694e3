import type { TroubleMessages } from "../../words/messages.ts";

export const sentences = {
  rejections: {
    empty: "文件为空。请选择有内容的文件。",
    "too-small": (size) => `文件小于 ${size}，这是此处的最小值。`,
    "too-large": (size) => `文件大于 ${size}，这是此处的最大值。`,
    type: (kinds) => `此处不接受这种文件。可接受：${kinds}。`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, { other: "文件名超过 # 个字符。请缩短后重新添加。" }),
    "name-missing": "文件没有名称。请为其命名后重新添加。",
    "too-many": (count, formats) =>
      count === 1
        ? "一次只能添加一个文件。请等另一个上传完成或将其取消，然后重新添加。"
        : formats.plural(count, { other: "此列表最多容纳 # 个文件。请移除一个后重新添加。" }),
  },
  errors: {
    network: "连接已断开。请检查网络后重试。",
    timeout: "服务器响应时间过长。请稍后重试。",
    "storage-unreachable": "无法从此页面访问文件存储。如果再次发生，请告知此页面的负责人。",
    "file-unreadable": "无法再读取该文件。它已被移动、重命名或更改，请重新添加。",
    "rate-limited": "服务器非常繁忙。请稍后重试。",
    server: "服务器出现问题。请稍后重试。",
    unauthorized: "您的登录已失效。请登录后重试。",
    forbidden: "您无权在此上传该文件。",
    "not-found": "服务器已找不到此次上传。请重试。",
    conflict: "服务器在此位置已有文件。请将您的文件重命名后重新添加，或再试一次。",
    refused: "服务器不接受此文件。",
    expired: "此次上传已超时。请重试。",
    checksum: "文件在传输中损坏。请重试。",
    protocol: "服务器的回复无法理解。请告知此页面的负责人。",
    "unsupported-transfer": "此页面无法按服务器要求的方式上传。请告知此页面的负责人。",
    internal: "此页面出现问题。请重试。",
  },
} satisfies TroubleMessages;
