import type { OutcomeMessages } from "../../words/messages.ts";

export const sentences = {
  errors: {
    network: "انقطع الاتصال. تحقق من الشبكة وحاول مرة أخرى.",
    timeout: "استغرق الخادم وقتًا طويلاً للرد. حاول مرة أخرى بعد قليل.",
    "storage-unreachable":
      "لا يمكن الوصول إلى مخزن الملفات من هذه الصفحة. إذا تكرر ذلك، يُرجى إبلاغ القائمين على الصفحة.",
    "file-unreadable": "لم يعد من الممكن قراءة الملف. لقد نُقل أو أُعيدت تسميته أو تغيّر؛ أضفه مرة أخرى.",
    "rate-limited": "الخادم مشغول جدًا. حاول مرة أخرى بعد قليل.",
    server: "حدثت مشكلة في الخادم. حاول مرة أخرى بعد قليل.",
    unauthorized: "انتهت جلستك. سجّل الدخول وحاول مرة أخرى.",
    forbidden: "غير مسموح لك برفع هذا الملف هنا.",
    "not-found": "لم يعد الخادم يعرف عملية الرفع هذه. حاول مرة أخرى.",
    conflict: "لدى الخادم ملف في هذا المكان بالفعل. أعد تسمية ملفك وأضفه مرة أخرى، أو أعد المحاولة.",
    refused: "الخادم لا يقبل هذا الملف.",
    expired: "انتهى وقت عملية الرفع هذه. حاول مرة أخرى.",
    checksum: "تضرر الملف في الطريق. حاول مرة أخرى.",
    protocol: "رد الخادم غير مفهوم. يُرجى إبلاغ القائمين على الصفحة.",
    "unsupported-transfer": "لا تستطيع هذه الصفحة الرفع بالطريقة التي يطلبها الخادم. يُرجى إبلاغ القائمين على الصفحة.",
    internal: "حدث خطأ ما في هذه الصفحة. حاول مرة أخرى.",
  },

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
  announceHalf: "تم رفع النصف.",
  announceDismissed: "أُغلقت الرسالة.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { zero: "لم يتم رفع أي ملف", one: "تم رفع ملف واحد", two: "تم رفع ملفين", few: "تم رفع # ملفات", many: "تم رفع # ملفًا", other: "تم رفع # ملف" })}${failed ? formats.plural(failed, { other: "، وتعذّر رفع #" }) : ""}.`,
} satisfies OutcomeMessages;
