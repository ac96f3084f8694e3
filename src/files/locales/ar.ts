import type { FilesMessages } from "../words/messages.ts";

export const sentences = {
  label: "الملفات المرفوعة",
  heading: "الملفات المرفوعة",
  columns: { name: "الاسم", status: "الحالة", size: "الحجم", added: "تاريخ الإضافة", actions: "الإجراءات" },
  statuses: { PENDING: "غير مكتمل", COMPLETED: "تم الرفع", CANCELLED: "أُلغي", EXPIRED: "انتهت صلاحيته" },

  loading: "جارٍ التحميل…",
  empty: "لا توجد ملفات بعد. سيظهر هنا ما ترفعه.",
  count: (total, formats) =>
    formats.plural(total, {
      zero: "لا توجد ملفات",
      one: "ملف واحد",
      two: "ملفان",
      few: "# ملفات",
      many: "# ملفًا",
      other: "# ملف",
    }),
  range: (from, to, total, formats) => `${formats.number(from)}–${formats.number(to)} من ${formats.number(total)}`,
  previous: "الصفحة السابقة",
  next: "الصفحة التالية",
  refresh: "تحديث القائمة",

  openVisible: "تنزيل",
  open: (name) => `تنزيل ${name}`,
  cancel: (name) => `إلغاء رفع ${name}`,

  notSetUp: "لم يتم إعداد قائمة الملفات في هذه الصفحة بعد.",
  offline: "أنت غير متصل. ستُحمّل القائمة حالما يعود الاتصال.",
  busy: (duration) => `الخادم مشغول. ${duration === null ? "تُعاد المحاولة الآن." : `بعد ${duration} ستُعاد المحاولة.`}`,
  listFailed: "تعذّر تحميل الملفات",
  notOpened: (name) => `تعذّر فتح ${name}`,
  notCancelled: (name) => `تعذّر إلغاء رفع ${name}`,
  problems: {
    network: "لا يمكن الوصول إلى الخادم. تحقق من اتصالك بالإنترنت وحاول مرة أخرى.",
    timeout: "استغرق الخادم وقتًا طويلًا للرد. حاول مرة أخرى بعد قليل.",
    busy: "الخادم مشغول جدًا. حاول مرة أخرى بعد قليل.",
    server: "حدثت مشكلة في الخادم. حاول مرة أخرى بعد قليل.",
    unauthorized: "لم تسجّل الدخول بعد. سجّل الدخول وحاول مرة أخرى.",
    forbidden: "غير مسموح لك بالاطلاع على هذا.",
    "not-found": "لم يعد هذا الملف موجودًا على الخادم.",
    changed: "تغيّرت حالة الملف في هذه الأثناء. حدّث القائمة.",
    refused: "الخادم لا يقبل هذا الطلب.",
    protocol: "القائمة لا تعمل في هذه الصفحة حاليًا. يُرجى إبلاغ القائمين على الصفحة.",
  },
  serverSaid: (words) => `رد الخادم: «${words}»`,
  tryAgain: "إعادة المحاولة",
  dismiss: "إغلاق هذه الرسالة",
  ready: (name) => `${name} جاهز، لكن المتصفح لم يفتح علامة تبويب.`,
  openLink: "فتح",

  because: (title, reason) => `${title}. ${reason}`,
  announceShown: (range) => `الملفات: ${range}.`,
  announceCancelled: (name) => `أُلغي رفع ${name}.`,
} satisfies FilesMessages;

export const more = [] as const;
