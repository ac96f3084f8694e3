import type { FilesMessages } from "../words/messages.ts";

export const sentences = {
  label: "已上传的文件",
  heading: "已上传的文件",
  columns: { name: "名称", status: "状态", size: "大小", added: "添加时间", actions: "操作" },
  statuses: { PENDING: "未完成", COMPLETED: "已上传", CANCELLED: "已取消", EXPIRED: "已过期" },

  loading: "正在加载…",
  empty: "还没有文件。您上传的文件会显示在这里。",
  count: (total, formats) => formats.plural(total, { other: "# 个文件" }),
  range: (from, to, total, formats) =>
    `第 ${formats.number(from)}–${formats.number(to)} 个，共 ${formats.number(total)} 个`,
  previous: "上一页",
  next: "下一页",
  refresh: "刷新列表",

  openVisible: "下载",
  open: (name) => `下载 ${name}`,
  cancel: (name) => `取消 ${name}`,

  notSetUp: "此页面尚未设置文件列表。",
  offline: "您已离线。恢复连接后会立即加载列表。",
  busy: (duration) => `服务器繁忙。${duration === null ? "正在重试。" : `${duration}后重试。`}`,
  listFailed: "无法加载文件",
  notOpened: (name) => `无法打开 ${name}`,
  notCancelled: (name) => `无法取消 ${name}`,
  problems: {
    network: "无法连接服务器。请检查网络后重试。",
    timeout: "服务器响应时间过长。请稍后重试。",
    busy: "服务器非常繁忙。请稍后重试。",
    server: "服务器出现问题。请稍后重试。",
    unauthorized: "您尚未登录。请登录后重试。",
    forbidden: "您无权在此查看。",
    "not-found": "服务器已找不到该文件。",
    changed: "文件状态已发生变化。请刷新列表。",
    refused: "服务器未接受此操作。",
    protocol: "此页面目前无法显示列表。请联系此页面的管理员。",
  },
  serverSaid: (words) => `服务器提示：“${words}”`,
  tryAgain: "重试",
  dismiss: "关闭此消息",
  ready: (name) => `${name} 已就绪，但浏览器没有打开标签页。`,
  openLink: "打开",

  because: (title, reason) => `${title}。${reason}`,
  announceShown: (range) => `文件：${range}。`,
  announceCancelled: (name) => `已取消 ${name}。`,
} satisfies FilesMessages;

export const more = [] as const;
