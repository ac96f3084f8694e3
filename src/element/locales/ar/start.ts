import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "رفع الملفات",
  heading: (multiple) => (multiple ? "أفلت الملفات هنا" : "أفلت ملفًا هنا"),
  headingMore: "أفلت ملفات أخرى",
  headingAdding: "جارٍ إضافة الملفات…",
  dropAccepted: "أفلت للإضافة",
  dropRefused: "لا يمكن إضافة هذا هنا",
  browse: (kind) => ({ file: "اختيار ملف", files: "اختيار ملفات", folder: "اختيار مجلد" })[kind],
  pasteText: "لصق نص",
  kinds: { audio: "صوت", image: "صورة", text: "نص", video: "فيديو" },
  upTo: (size, each) => `حتى ${size}${each ? " لكل ملف" : ""}`,
  atMost: (count, formats) =>
    formats.plural(count, {
      two: "ملفان على الأكثر",
      few: "# ملفات على الأكثر",
      many: "# ملفًا على الأكثر",
      other: "# ملف على الأكثر",
    }),
  notSetUp: "لم يتم إعداد الرفع في هذه الصفحة بعد. ستبقى ملفاتك في هذه القائمة حتى ذلك الحين.",

  notAdded: (name) => `لم تتم إضافة ${name}`,
  manyNotAdded: (count, formats) =>
    formats.plural(count, {
      two: "لم تتم إضافة ملفين",
      few: "لم تتم إضافة # ملفات",
      many: "لم تتم إضافة # ملفًا",
      other: "لم تتم إضافة # ملف",
    }),
  moreNotAdded: (count, formats) =>
    formats.plural(count, {
      one: "وملف آخر",
      two: "وملفان آخران",
      few: "و# ملفات أخرى",
      many: "و# ملفًا آخر",
      other: "و# ملف آخر",
    }),
  details: "عرض الملفات والأسباب",
  dismiss: "إغلاق هذه الرسالة",
  unreadable: "تعذّرت قراءته. تأكد من أنه ما زال موجودًا ومن أنه مسموح لك بفتحه.",
  notLoaded: "تعذّر تحميل جزء من هذه الصفحة. تحقق من اتصالك وأضف الملف مرة أخرى.",

  because: (title, reason) => `${title}. ${reason}`,
  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1
      ? `تمت إضافة ${name}.`
      : formats.plural(count, {
          two: "تمت إضافة ملفين.",
          few: "تمت إضافة # ملفات.",
          many: "تمت إضافة # ملفًا.",
          other: "تمت إضافة # ملف.",
        }),
  announceFailed: (name, reason) => `لم يتم رفع ${name}. ${reason}`,
  announceManyFailed: (count, formats) =>
    formats.plural(count, {
      two: "لم يتم رفع ملفين.",
      few: "لم يتم رفع # ملفات.",
      many: "لم يتم رفع # ملفًا.",
      other: "لم يتم رفع # ملف.",
    }),
  offline: "أنت غير متصل. سيستمر الرفع حالما يعود الاتصال.",
  continued: "استؤنف من حيث انقطع",
  changed: "لم يعد المحتوى كما كان، لذلك يُرفع الملف من البداية.",
  announceResumed: "تم الاستئناف",
  announceOnline: "عاد الاتصال.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { zero: "لم يتم رفع أي ملف", one: "تم رفع ملف واحد", two: "تم رفع ملفين", few: "تم رفع # ملفات", many: "تم رفع # ملفًا", other: "تم رفع # ملف" })}${failed ? formats.plural(failed, { other: "، وتعذّر رفع #" }) : ""}.`,

  valueMissing: (multiple) => (multiple ? "يُرجى إضافة ملف واحد على الأقل." : "يُرجى إضافة ملف."),
  stillUploading: "يُرجى الانتظار حتى يكتمل رفع كل الملفات.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./trouble.ts"),
  () => import("./transcripts.ts"),
] as const;
