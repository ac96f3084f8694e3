import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "رفع الملفات",
  heading: (multiple) => (multiple ? "أفلت الملفات هنا" : "أفلت ملفًا هنا"),
  headingTranscript: "أضف النص المفرّغ للاجتماع",
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
  notSetUp: "لم يتم إعداد الرفع في هذه الصفحة بعد. ستبقى ملفاتك في القائمة حتى ذلك الحين.",

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
  notLoaded: "تعذّر تحميل جزء من هذه الصفحة. تحقق من اتصالك وأضف الملف مرة أخرى. إذا لم يُجدِ ذلك، فأعد تحميل الصفحة.",
  keptOffline: "أنت غير متصل. ستُضاف ملفاتك حين يعود الاتصال.",
  rejections: {
    empty: "إنه فارغ. اختر ملفًا آخر.",
    "too-small": (size) => `حجمه أقل من ${size}، وهو الحد الأدنى المقبول هنا. اختر ملفًا أكبر.`,
    "too-large": (size) => `حجمه أكبر من ${size}، وهو الحد الأقصى المقبول هنا. اختر ملفًا أصغر.`,
    type: (kinds) => `هذا النوع من الملفات غير مقبول هنا. المقبول: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, {
        few: "اسمه أطول من # أحرف. اختر اسمًا أقصر وأضفه مرة أخرى.",
        many: "اسمه أطول من # حرفًا. اختر اسمًا أقصر وأضفه مرة أخرى.",
        other: "اسمه أطول من # حرف. اختر اسمًا أقصر وأضفه مرة أخرى.",
      }),
    "name-missing": "ليس له اسم. امنحه اسمًا وأضفه مرة أخرى.",
    "too-many": (count, formats) =>
      count === 1
        ? "ملف واحد فقط في كل مرة. انتظر حتى يُرفع الآخر أو ألغِه، ثم أضف هذا مرة أخرى."
        : formats.plural(count, {
            two: "لا تتسع القائمة لأكثر من ملفين. أزل أحدهما وأضف هذا مرة أخرى.",
            few: "لا تتسع القائمة لأكثر من # ملفات. أزل أحدها وأضف هذا مرة أخرى.",
            many: "لا تتسع القائمة لأكثر من # ملفًا. أزل أحدها وأضف هذا مرة أخرى.",
            other: "لا تتسع القائمة لأكثر من # ملف. أزل أحدها وأضف هذا مرة أخرى.",
          }),
  },
  because: (title, reason) => `${title}. ${reason}`,

  valueMissing: (multiple) => (multiple ? "يُرجى إضافة ملف واحد على الأقل." : "يُرجى إضافة ملف."),
  stillUploading: "لم تُرفع كل الملفات بعد. انتظر، أو استأنف المتوقفة مؤقتًا.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./outcomes.ts"),
  () => import("./transcripts.ts"),
] as const;
