import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "الملفات",
  queued: "في الانتظار",
  held: "لم يُرسل بعد، يُرجى المراجعة",
  preparing: "جارٍ التحضير…",
  finishing: "جارٍ الإنهاء…",
  sentOfTotal: (sent, total) => `${sent} من ${total}`,
  timeLeft: (duration) => `بقي ${duration}`,
  stalled: "في انتظار الشبكة…",
  retrying: (cause, duration) =>
    `${{ busy: "الخادم مشغول.", problem: "حدثت مشكلة في الخادم.", lost: "انقطع الاتصال." }[cause]} ${duration === null ? "ستُعاد المحاولة قريبًا." : `ستُعاد المحاولة بعد ${duration}`}`,
  paused: "متوقف مؤقتًا",
  failed: "لم يتم الرفع",
  uploaded: "تم الرفع",
  pleaseCheck: "تم الرفع، يُرجى المراجعة",
  verified: "تم الرفع والتحقق",
  cancelled: "أُلغي",
  serverSaid: (words) => `رد الخادم: «${words}»`,

  progressLabel: (name) => `جارٍ رفع ${name}`,
  cancel: (name) => `إلغاء ${name}`,
  remove: (name) => `إزالة ${name} من القائمة`,
  removed: (name, isUploaded) =>
    isUploaded ? `أُزيل ${name} من هذه القائمة، ويبقى مرفوعًا.` : `أُزيل ${name} من هذه القائمة.`,
  removedMany: (count, formats) =>
    formats.plural(count, {
      zero: "لم يُزَل أي ملف من هذه القائمة.",
      one: "أُزيل ملف واحد من هذه القائمة.",
      two: "أُزيل ملفان من هذه القائمة.",
      few: "أُزيلت # ملفات من هذه القائمة.",
      many: "أُزيل # ملفًا من هذه القائمة.",
      other: "أُزيل # ملف من هذه القائمة.",
    }),
  undo: "تراجع",
  retryVisible: "إعادة المحاولة",
  retry: (name) => `إعادة محاولة ${name}`,
  againVisible: "رفع من جديد",
  again: (name) => `رفع ${name} من جديد`,
  anotherVisible: "اختيار ملف آخر",
  another: (name) => `اختيار ملف آخر بدلًا من ${name}`,
  pause: (name) => `إيقاف ${name} مؤقتًا`,
  resume: (name) => `استئناف ${name}`,

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
          two: `تم رفع ${formats.number(uploaded)} من ملفين`,
          few: `تم رفع ${formats.number(uploaded)} من # ملفات`,
          many: `تم رفع ${formats.number(uploaded)} من # ملفًا`,
          other: `تم رفع ${formats.number(uploaded)} من # ملف`,
        }),
  summaryFailed: (count, formats) => formats.plural(count, { other: "تعذّر رفع #" }),
  summaryToCheck: (count, formats) => formats.plural(count, { other: "للمراجعة: #" }),
  overall: "كل الملفات",
  start: "رفع",
  sendVisible: "رفع على أي حال",
  send: (name) => `رفع ${name} على أي حال`,
  pauseAll: "إيقاف الكل مؤقتًا",
  resumeAll: "استئناف الكل",
  cancelAll: "إلغاء الكل",
  retryAll: "إعادة محاولة ما تعذّر",
  clear: "إزالة المنتهية",
  onlyFailed: "المتعذّرة فقط",

  restored: "رُفعت سابقًا",
  submitWaits: "سيُرسل هذا فور اكتمال رفع كل الملفات.",
  submitStopped: "لم يُرسل لأن بعض الملفات لم تُرفع. أعد محاولة ما تعذّر أو أزله، ثم أرسل من جديد.",
  submitCancel: "لا ترسل بعد",

  interrupted: "لم يكتمل في زيارة سابقة",
  safe: (safe, total) => `حُفظ ${safe} من ${total}`,
  resumeVisible: "استئناف",
  discardVisible: "تجاهل",
  discard: (name) => `تجاهل ${name}`,
  addAgain: "أضف الملف نفسه مرة أخرى للمتابعة.",
  chooseVisible: "اختيار الملف من جديد",
  choose: (name) => `اختيار ${name} من جديد`,
  notReopened: "لم يتمكن المتصفح من إعادة فتحه. أضف الملف مرة أخرى وسيستمر الرفع من حيث توقف.",
} satisfies ListMessages;
