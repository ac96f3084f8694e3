import type { FilesMessages } from "../words/messages.ts";

export const sentences = {
  label: "已上傳的檔案",
  heading: "已上傳的檔案",
  columns: { name: "名稱", status: "狀態", size: "大小", added: "加入時間", actions: "操作" },
  statuses: { PENDING: "未完成", COMPLETED: "已上傳", CANCELLED: "已取消", EXPIRED: "已過期" },

  loading: "正在載入…",
  empty: "還沒有檔案。您上傳的檔案會顯示在這裡。",
  count: (total, formats) => formats.plural(total, { other: "# 個檔案" }),
  range: (from, to, total, formats) =>
    `第 ${formats.number(from)}–${formats.number(to)} 個，共 ${formats.number(total)} 個`,
  previous: "上一頁",
  next: "下一頁",
  refresh: "重新整理清單",

  openVisible: "下載",
  open: (name) => `下載 ${name}`,
  cancel: (name) => `取消 ${name}`,

  notSetUp: "此頁面尚未設定檔案清單。",
  offline: "您已離線。恢復連線後會立即載入清單。",
  busy: (duration) => `伺服器忙碌中。${duration === null ? "正在重試。" : `${duration}後重試。`}`,
  listFailed: "無法載入檔案",
  notOpened: (name) => `無法開啟 ${name}`,
  notCancelled: (name) => `無法取消 ${name}`,
  problems: {
    network: "無法連上伺服器。請檢查網路後重試。",
    timeout: "伺服器回應時間過長。請稍後重試。",
    busy: "伺服器非常忙碌。請稍後重試。",
    server: "伺服器發生問題。請稍後重試。",
    unauthorized: "您尚未登入。請登入後重試。",
    forbidden: "您無權在此檢視。",
    "not-found": "伺服器已找不到該檔案。",
    changed: "檔案狀態已變更。請重新整理清單。",
    refused: "伺服器未接受此操作。",
    protocol: "此頁面目前無法顯示清單。請聯絡此頁面的管理員。",
  },
  serverSaid: (words) => `伺服器回應：「${words}」`,
  tryAgain: "重試",
  dismiss: "關閉此訊息",
  ready: (name) => `${name} 已就緒，但瀏覽器沒有開啟分頁。`,
  openLink: "開啟",

  because: (title, reason) => `${title}。${reason}`,
  announceShown: (range) => `檔案：${range}。`,
  announceCancelled: (name) => `已取消 ${name}。`,
} satisfies FilesMessages;

export const more = [] as const;
