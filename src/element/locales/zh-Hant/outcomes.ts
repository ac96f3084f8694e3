import type { OutcomeMessages } from "../../words/messages.ts";

export const sentences = {
  errors: {
    network: "連線已中斷。請檢查網路後重試。",
    timeout: "伺服器回應時間過長。請稍後重試。",
    "storage-unreachable": "無法從此頁面存取檔案儲存空間。如果再次發生，請聯絡此頁面的管理員。",
    "file-unreadable": "無法再讀取該檔案。它已被移動、重新命名或變更，請重新加入。",
    "rate-limited": "伺服器非常忙碌。請稍後重試。",
    server: "伺服器發生問題。請稍後重試。",
    unauthorized: "請重新登入（例如在其他分頁中），然後在此繼續。",
    forbidden: "您無權在此上傳這個檔案。如需權限，請聯絡此頁面的管理員。",
    "not-found": "伺服器已找不到這次上傳。請重試。",
    conflict: "伺服器上已有同名檔案。請將您的檔案重新命名後再加入，或再試一次。",
    refused: "伺服器未接受這個檔案。請選擇其他檔案，或聯絡此頁面的管理員。",
    "too-large": "這個檔案太大，無法在此上傳。請選擇較小的檔案。",
    type: "此處不接受這種類型的檔案。請選擇其他檔案。",
    "too-many": "您今天上傳的檔案數已達上限。請明天再試。",
    "share-full": "您未完成的上傳過多。請完成或取消其中一些，然後重試。",
    "not-set-up": "此頁面目前無法上傳檔案。請聯絡此頁面的管理員。",
    expired: "這次上傳已逾時。請重試。",
    checksum: "檔案在傳輸途中損毀。請重試。",
    protocol: "此頁面目前無法上傳檔案。請聯絡此頁面的管理員。",
    "unsupported-transfer": "此頁面目前無法上傳檔案。請聯絡此頁面的管理員。",
    internal: "此頁面發生問題。請重試。",
  },

  about: (name, sentence) => `${name}：${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `已加入 ${name}。` : formats.plural(count, { other: "已加入 # 個檔案。" }),
  announceFailed: (name, reason) => `${name} 未上傳。${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "有 # 個檔案未上傳。" }),
  offline: "您已離線。恢復連線後會立即繼續。",
  continued: "從中斷處繼續",
  changed: "內容與先前不同，因此從頭開始上傳。",
  announceResumed: "已繼續上傳",
  announceOnline: "您已恢復連線。",
  announceHalf: "已上傳一半。",
  announceDismissed: "訊息已關閉。",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { other: "已上傳 # 個檔案" })}${failed ? formats.plural(failed, { other: "，# 個上傳失敗" }) : ""}。`,
} satisfies OutcomeMessages;
