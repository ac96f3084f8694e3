import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "檔案上傳",
  heading: () => "將檔案拖放到這裡",
  headingTranscript: "加入會議逐字稿",
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
  details: "查看是哪些檔案及原因",
  dismiss: "關閉此訊息",
  unreadable: "無法讀取。請確認檔案仍然存在，且您有權開啟。",
  notLoaded: "此頁面的部分內容無法載入。請檢查網路，然後重新加入檔案。如果仍然不行，請重新整理頁面。",
  keptOffline: "您已離線。恢復連線後會立即加入檔案。",
  rejections: {
    empty: "檔案是空的。請選擇有內容的檔案。",
    "too-small": (size) => `檔案小於此處要求的下限 ${size}。請選擇較大的檔案。`,
    "too-large": (size) => `檔案超過此處允許的上限 ${size}。請選擇較小的檔案。`,
    type: (kinds) => `不支援此檔案類型。支援的類型：${kinds}。`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, { other: "檔案名稱超過 # 個字元。請縮短後重新加入。" }),
    "name-missing": "檔案沒有名稱。請為它命名後重新加入。",
    "too-many": (count, formats) =>
      count === 1
        ? "一次只能加入一個檔案。請等另一個上傳完成或將它取消，然後重新加入。"
        : formats.plural(count, { other: "此清單最多容納 # 個檔案。請移除一個後重新加入。" }),
  },
  because: (title, reason) => `${title}。${reason}`,

  valueMissing: (multiple) => (multiple ? "請至少加入一個檔案。" : "請加入一個檔案。"),
  stillUploading: "還有檔案尚未上傳完成。請稍候，或繼續已暫停的檔案。",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./outcomes.ts"),
  () => import("./transcripts.ts"),
] as const;
