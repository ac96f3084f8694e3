import type { IntakeMessages } from "../../words/intake-messages.ts";
import type { TranscriptMessages } from "../../words/transcript-messages.ts";

const transcripts = {
  hints: {
    blank: "此文件中只有空白。是否已完整保存？",
    "no-cues": "这些字幕中没有文字。",
    "cut-off": "此文件缺少结尾。是否已完整下载？",
    recording: "这是录音或录像。请改为添加其文字转录稿。",
    picture: "这是图片。请改为添加文字形式的转录稿。",
    archive: "这是压缩包。请解压并添加其中的转录稿。",
    "web-page": "这是网页，可能是误存的登录页面，而不是转录稿。",
    shortcut: "这只是文档的链接。请下载该文档并添加。",
    locked: "此文档受密码保护，因此无法读取其文字。",
    "not-text": "此文件中没有可读的文字。",
  },
  renamed: (named, found) => `文件名后缀是 .${named}，但内容是 .${found} 文件。请重命名，或添加正确的文件。`,
  encoding: () => "此文件的部分文字可能显示为乱码。如有可能，请另存为 UTF-8 编码后重新添加。",
  announceHints: (count, formats) => formats.plural(count, { other: "请查看其中 # 个文件：它们有些异常。" }),
  speakers: (count, complete, formats) =>
    complete ? formats.plural(count, { other: "# 位发言人" }) : formats.plural(count, { other: "至少 # 位发言人" }),
  cues: (count, complete, formats) =>
    complete ? formats.plural(count, { other: "# 条字幕" }) : formats.plural(count, { other: "约 # 条字幕" }),

  pasted: "粘贴的文本",
  pastedName: "文件名",
  pastedContent: "转录稿内容",
  pastedEmpty: "还没有文本。请在此粘贴或输入。",
  pastedAdd: "添加",
  pastedDiscard: "丢弃",
  pastedAgain: "这里已有文本。如何处理刚粘贴的文本？",
  pastedBelow: "添加到下方",
  pastedReplace: "替换原有文本",
  pastedKeep: "不使用",
  pastedGone: "文本已丢弃。",
  pastedBack: "恢复",
  pastedFile: (date) => `粘贴的转录稿 ${date}`,
} satisfies TranscriptMessages;

const intake = {
  "folder-empty": "此文件夹中没有可以添加的文件。",
  "folder-for-one": "这里只能添加一个文件。请打开文件夹，拖放文件本身。",
  "no-files": "没有收到文件。请先将文件保存到您的设备，再从那里添加。",
  "system-file": "这看起来像是程序留下的文件，而不是您想上传的文件。",
  addAnyway: "仍要添加",
} satisfies IntakeMessages;

export const sentences = { intake, transcripts };
