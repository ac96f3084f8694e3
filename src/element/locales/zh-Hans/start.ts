import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "文件上传",
  heading: () => "将文件拖放到此处",
  headingMore: "拖放更多文件",
  headingAdding: "正在添加文件…",
  dropAccepted: "松开即可添加",
  dropRefused: "无法添加到此处",
  browse: (kind) => (kind === "folder" ? "选择文件夹" : "选择文件"),
  pasteText: "粘贴文本",
  kinds: { audio: "音频", image: "图片", text: "文本", video: "视频" },
  upTo: (size, each) => `${each ? "每个" : ""}不超过 ${size}`,
  atMost: (count, formats) => formats.plural(count, { other: "最多 # 个文件" }),
  notSetUp: "此页面尚未设置上传功能。在此之前，您的文件会保留在列表中。",

  notAdded: (name) => `未添加 ${name}`,
  manyNotAdded: (count, formats) => formats.plural(count, { other: "有 # 个文件未添加" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "以及另外 # 个" }),
  details: "查看是哪些及原因",
  dismiss: "关闭此消息",
  unreadable: "无法读取。请确认该文件仍然存在，并且您有权打开。",
  notLoaded: "此页面的部分内容无法加载。请检查网络，然后重新添加文件。",

  because: (title, reason) => `${title}。${reason}`,
  about: (name, sentence) => `${name}：${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `已添加 ${name}。` : formats.plural(count, { other: "已添加 # 个文件。" }),
  announceFailed: (name, reason) => `${name} 未上传。${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "有 # 个文件未上传。" }),
  offline: "您已离线。恢复连接后会立即继续。",
  continued: "从中断处继续",
  changed: "内容与之前不同，因此从头开始上传。",
  announceResumed: "已继续",
  announceOnline: "您已重新联网。",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { other: "已上传 # 个文件" })}${failed ? formats.plural(failed, { other: "，# 个未上传" }) : ""}。`,

  valueMissing: (multiple) => (multiple ? "请至少添加一个文件。" : "请添加一个文件。"),
  stillUploading: "请等待所有文件上传完成。",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./trouble.ts"),
  () => import("./transcripts.ts"),
] as const;
