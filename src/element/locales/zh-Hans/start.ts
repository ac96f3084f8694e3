import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "文件上传",
  heading: () => "将文件拖放到此处",
  headingTranscript: "添加会议转录稿",
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
  details: "查看具体文件及原因",
  dismiss: "关闭此消息",
  unreadable: "无法读取。请确认该文件仍然存在，并且您有权打开。",
  notLoaded: "此页面的部分内容无法加载。请检查网络，然后重新添加文件。如果仍然不行，请刷新页面。",
  keptOffline: "您已离线。恢复连接后会立即添加文件。",
  rejections: {
    empty: "文件为空。请选择有内容的文件。",
    "too-small": (size) => `文件小于此处要求的最小值 ${size}。请选择较大的文件。`,
    "too-large": (size) => `文件超过此处允许的最大值 ${size}。请选择较小的文件。`,
    type: (kinds) => `不支持此文件类型。支持的类型：${kinds}。`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, { other: "文件名超过 # 个字符。请缩短后重新添加。" }),
    "name-missing": "文件没有名称。请为其命名后重新添加。",
    "too-many": (count, formats) =>
      count === 1
        ? "一次只能添加一个文件。请等另一个上传完成或将其取消，然后重新添加。"
        : formats.plural(count, { other: "此列表最多容纳 # 个文件。请移除一个后重新添加。" }),
  },
  because: (title, reason) => `${title}。${reason}`,

  valueMissing: (multiple) => (multiple ? "请至少添加一个文件。" : "请添加一个文件。"),
  stillUploading: "还有文件未上传完成。请稍候，或继续已暂停的文件。",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./outcomes.ts"),
  () => import("./transcripts.ts"),
] as const;
