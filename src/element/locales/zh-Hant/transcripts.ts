import type { IntakeMessages } from "../../words/intake-messages.ts";
import type { TranscriptMessages } from "../../words/transcript-messages.ts";

const transcripts = {
  hints: {
    blank: "此檔案中只有空白。是否已完整儲存？",
    "no-cues": "這些字幕中沒有文字。",
    "cut-off": "此檔案缺少結尾。是否已完整下載？",
    recording: "這是錄音或錄影。請改為加入其逐字稿文字。",
    picture: "這是圖片。請改為加入文字形式的逐字稿。",
    archive: "這是壓縮檔。請解壓縮並加入其中的逐字稿。",
    "web-page": "這是網頁，可能是誤存的登入頁面，而不是逐字稿。",
    shortcut: "這只是文件的連結。請下載該文件並加入。",
    locked: "此文件受密碼保護，因此無法讀取其文字。",
    "not-text": "此檔案中沒有可讀的文字。",
  },
  renamed: (named, found) => `副檔名是 .${named}，但內容是 .${found} 檔案。請重新命名，或加入正確的檔案。`,
  encoding: () => "此檔案的部分文字可能顯示為亂碼。如果可以，請另存為 UTF-8 編碼後重新加入。",
  announceHints: (count, formats) => formats.plural(count, { other: "請查看其中 # 個檔案：它們有些異常。" }),
  speakers: (count, complete, formats) =>
    complete ? formats.plural(count, { other: "# 位發言者" }) : formats.plural(count, { other: "至少 # 位發言者" }),
  cues: (count, complete, formats) =>
    complete ? formats.plural(count, { other: "# 則字幕" }) : formats.plural(count, { other: "約 # 則字幕" }),

  pasted: "貼上的文字",
  pastedName: "檔案名稱",
  pastedContent: "逐字稿文字",
  pastedEmpty: "還沒有文字。請在此貼上或輸入。",
  pastedAdd: "加入",
  pastedDiscard: "捨棄",
  pastedAgain: "這裡已有文字。如何處理剛貼上的文字？",
  pastedBelow: "加到下方",
  pastedReplace: "取代原有文字",
  pastedKeep: "不使用",
  pastedGone: "文字已捨棄。",
  pastedBack: "復原",
  pastedFile: (date) => `貼上的逐字稿 ${date}`,
} satisfies TranscriptMessages;

const intake = {
  "folder-empty": "此資料夾中沒有可以加入的檔案。",
  "folder-for-one": "這裡只能加入一個檔案。請開啟資料夾，拖放檔案本身。",
  "no-files": "沒有收到檔案。請先將檔案儲存到您的裝置，再從那裡加入。",
  "system-file": "這看起來像是程式留下的檔案，而不是您想上傳的檔案。",
  addAnyway: "仍要加入",
} satisfies IntakeMessages;

export const sentences = { intake, transcripts };
