import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "الملفات",
  queued: "في الانتظار",
  held: "لم يُرسل بعد، يُرجى المراجعة",
  preparing: "جارٍ التحضير…",
  finishing: "جارٍ الإنهاء…",
  sentOfTotal: (sent, total) => `${sent} من ${total}`,
  timeLeft: (duration) => `الوقت المتبقي: ${duration}`,
  stalled: "في انتظار الشبكة…",
  retrying: (cause, duration) =>
    `${{ busy: "الخادم مشغول.", problem: "حدثت مشكلة في الخادم.", lost: "انقطع الاتصال." }[cause]} ${duration === null ? "ستُعاد المحاولة قريبًا." : `بعد ${duration} ستُعاد المحاولة.`}`,
  paused: "متوقف مؤقتًا",
  failed: "لم يتم الرفع",
  uploaded: "تم الرفع",
  pleaseCheck: "تم الرفع، يُرجى المراجعة",
  verified: "تم الرفع والتحقق",
  cancelled: "أُلغي",
  serverSaid: (words) => `رد الخادم: «${words}»`,

  progressLabel: (name) => `جارٍ رفع ${name}`,
  cancel: (name) => `إلغاء رفع ${name}`,
  remove: (name) => `إزالة ${name} من القائمة`,
  removed: (name, isUploaded) => (isUploaded ? `أُزيل ${name} من القائمة، ويبقى مرفوعًا.` : `أُزيل ${name} من القائمة.`),
  removedMany: (count, formats) =>
    formats.plural(count, {
      zero: "لم يُزَل أي ملف من القائمة.",
      one: "أُزيل ملف واحد من القائمة.",
      two: "أُزيل ملفان من القائمة.",
      few: "أُزيلت # ملفات من القائمة.",
      many: "أُزيل # ملفًا من القائمة.",
      other: "أُزيل # ملف من القائمة.",
    }),
  undo: "تراجع",
  retryVisible: "إعادة المحاولة",
  retry: (name) => `إعادة محاولة رفع ${name}`,
  againVisible: "رفع من جديد",
  anotherVisible: "اختيار ملف آخر",
  pause: (name) => `إيقاف ${name} مؤقتًا`,
  resume: (name) => `استئناف رفع ${name}`,

  summary: (uploaded, total, formats) =>
    uploaded === total
      ? formats.plural(total, {
          zero: "لم يتم رفع أي ملف",
          one: "تم رفع ملف واحد",
          two: "تم رفع ملفين",
          few: "تم رفع # ملفات",
          many: "تم رفع # ملفًا",
          other: "تم رفع # ملف",
        })
      : formats.plural(total, {
          one: `تم رفع ${formats.number(uploaded)} من ملف واحد`,
          two: `تم رفع ${formats.number(uploaded)} من ملفين`,
          few: `تم رفع ${formats.number(uploaded)} من # ملفات`,
          many: `تم رفع ${formats.number(uploaded)} من # ملفًا`,
          other: `تم رفع ${formats.number(uploaded)} من # ملف`,
        }),
  summaryFailed: (count, formats) =>
    formats.plural(count, {
      one: "تعذّر رفع ملف واحد",
      two: "تعذّر رفع ملفين",
      few: "تعذّر رفع # ملفات",
      many: "تعذّر رفع # ملفًا",
      other: "تعذّر رفع # ملف",
    }),
  summaryToCheck: (count, formats) => formats.plural(count, { other: "للمراجعة: #" }),
  overall: "كل الملفات",
  start: "رفع",
  sendVisible: "رفع على أي حال",
  pauseAll: "إيقاف الكل مؤقتًا",
  resumeAll: "استئناف الكل",
  cancelAll: "إلغاء الكل",
  retryAll: "إعادة محاولة ما تعذّر رفعه",
  clear: "إزالة المكتملة",
  onlyFailed: "ما تعذّر رفعه فقط",

  restored: "رُفعت سابقًا",
  submitWaits: "سيُرسل النموذج فور اكتمال رفع كل الملفات.",
  submitStopped: "لم يُرسل النموذج لأن بعض الملفات لم تُرفع. أعد محاولة رفعها أو أزلها، ثم أرسل النموذج من جديد.",
  submitCancel: "عدم الإرسال الآن",

  interrupted: "عمليات رفع لم تكتمل في زيارة سابقة",
  safe: (safe, total) => `رُفع ${safe} من ${total}`,
  resumeVisible: "استئناف",
  discardVisible: "تجاهل",
  discard: (name) => `تجاهل ${name}`,
  addAgain: "أضف الملف نفسه مرة أخرى للمتابعة.",
  chooseVisible: "اختيار الملف من جديد",
  notReopened: "لم يتمكن المتصفح من إعادة فتح الملف. أضفه مرة أخرى وسيستمر الرفع من حيث توقف.",
} satisfies ListMessages;
