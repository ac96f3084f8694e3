import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "檔案上傳",
  heading: () => "將檔案拖放到這裡",
  headingMore: "拖放更多檔案",
  headingAdding: "正在加入檔案…",
  dropAccepted: "放開即可加入",
  dropRefused: "無法加入到這裡",
  browse: (kind) => (kind === "folder" ? "選擇資料夾" : "選擇檔案"),
  pasteText: "貼上文字",
  kinds: { audio: "音訊", image: "圖片", text: "文字", video: "影片" },
  upTo: (size, each) => `${each ? "每個" : ""}不超過 ${size}`,
  atMost: (count, formats) => formats.plural(count, { other: "最多 # 個檔案" }),
  notSetUp: "此頁面尚未設定上傳功能。在此之前，您的檔案會保留在清單中。",

  notAdded: (name) => `未加入 ${name}`,
  manyNotAdded: (count, formats) => formats.plural(count, { other: "有 # 個檔案未加入" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "以及另外 # 個" }),
  details: "查看是哪些及原因",
  dismiss: "關閉此訊息",
  unreadable: "無法讀取。請確認檔案仍然存在，且您有權開啟。",
  notLoaded: "此頁面的部分內容無法載入。請檢查網路，然後重新加入檔案。",

  because: (title, reason) => `${title}。${reason}`,
  about: (name, sentence) => `${name}：${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `已加入 ${name}。` : formats.plural(count, { other: "已加入 # 個檔案。" }),
  announceFailed: (name, reason) => `${name} 未上傳。${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "有 # 個檔案未上傳。" }),
  offline: "您已離線。恢復連線後會立即繼續。",
  continued: "從中斷處繼續",
  changed: "內容與先前不同，因此從頭開始上傳。",
  announceResumed: "已繼續",
  announceOnline: "您已恢復連線。",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { other: "已上傳 # 個檔案" })}${failed ? formats.plural(failed, { other: "，# 個未上傳" }) : ""}。`,

  valueMissing: (multiple) => (multiple ? "請至少加入一個檔案。" : "請加入一個檔案。"),
  stillUploading: "請等候所有檔案上傳完成。",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./trouble.ts"),
  () => import("./transcripts.ts"),
] as const;
