import type { TroubleMessages } from "../../words/messages.ts";

export const sentences = {
  rejections: {
    empty: "檔案是空的。請選擇有內容的檔案。",
    "too-small": (size) => `檔案小於 ${size}，這是此處的最小值。`,
    "too-large": (size) => `檔案大於 ${size}，這是此處的最大值。`,
    type: (kinds) => `此處不接受這種檔案。可接受：${kinds}。`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, { other: "檔案名稱超過 # 個字元。請縮短後重新加入。" }),
    "name-missing": "檔案沒有名稱。請為它命名後重新加入。",
    "too-many": (count, formats) =>
      count === 1
        ? "一次只能加入一個檔案。請等另一個上傳完成或將它取消，然後重新加入。"
        : formats.plural(count, { other: "此清單最多容納 # 個檔案。請移除一個後重新加入。" }),
  },
  errors: {
    network: "連線已中斷。請檢查網路後重試。",
    timeout: "伺服器回應時間過長。請稍後重試。",
    "storage-unreachable": "無法從此頁面存取檔案儲存空間。如果再次發生，請告知此頁面的負責人。",
    "file-unreadable": "無法再讀取該檔案。它已被移動、重新命名或變更，請重新加入。",
    "rate-limited": "伺服器非常忙碌。請稍後重試。",
    server: "伺服器發生問題。請稍後重試。",
    unauthorized: "您的登入已失效。請登入後重試。",
    forbidden: "您無權在此上傳這個檔案。",
    "not-found": "伺服器已找不到這次上傳。請重試。",
    conflict: "伺服器在此位置已有檔案。請將您的檔案重新命名後再加入，或再試一次。",
    refused: "伺服器不接受這個檔案。",
    expired: "這次上傳已逾時。請重試。",
    checksum: "檔案在傳輸途中損毀。請重試。",
    protocol: "伺服器的回覆無法理解。請告知此頁面的負責人。",
    "unsupported-transfer": "此頁面無法以伺服器要求的方式上傳。請告知此頁面的負責人。",
    internal: "此頁面發生問題。請重試。",
  },
} satisfies TroubleMessages;
