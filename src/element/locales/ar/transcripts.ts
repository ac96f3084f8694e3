import type { IntakeMessages } from "../../words/intake-messages.ts";
import type { TranscriptMessages } from "../../words/transcript-messages.ts";

const transcripts = {
  hints: {
    blank: "لا يحتوي هذا الملف إلا على فراغات. هل حُفظ بالكامل؟",
    "no-cues": "لا تحتوي هذه الترجمة المصاحبة على كلمات.",
    "cut-off": "نهاية هذا الملف مفقودة. هل نُزّل بالكامل؟",
    recording: "هذا تسجيل. أضف بدلًا منه النص المفرّغ، أي كلامه مكتوبًا.",
    picture: "هذه صورة. أضف بدلًا منها النص المفرّغ مكتوبًا.",
    archive: "هذا أرشيف. فك ضغطه وأضف النص المفرّغ الموجود بداخله.",
    "web-page": "هذه صفحة ويب، وربما صفحة تسجيل دخول حُفظت بدلًا من النص المفرّغ.",
    shortcut: "هذا مجرد رابط إلى المستند. نزّل المستند وأضفه.",
    locked: "هذا المستند محمي بكلمة مرور، لذلك لا يمكن قراءة نصه.",
    "not-text": "لا يوجد نص مقروء في هذا الملف.",
  },
  renamed: (named, found) => `بحسب اسمه هو ملف ${named}، وبحسب محتواه ملف ${found}. غيّر اسمه أو أضف الملف الصحيح.`,
  encoding: () => "قد تظهر بعض حروف هذا الملف بشكل خاطئ. إن أمكن، احفظه بترميز UTF-8 وأضفه مرة أخرى.",
  announceHints: (count, formats) =>
    formats.plural(count, {
      two: "راجع ملفين: فيهما شيء غير معتاد.",
      few: "راجع # ملفات: فيها شيء غير معتاد.",
      many: "راجع # ملفًا: فيها شيء غير معتاد.",
      other: "راجع # ملف: فيها شيء غير معتاد.",
    }),
  speakers: (count, complete, formats) =>
    complete
      ? formats.plural(count, {
          one: "متحدث واحد",
          two: "متحدثان",
          few: "# متحدثين",
          many: "# متحدثًا",
          other: "# متحدث",
        })
      : formats.plural(count, {
          one: "متحدث واحد على الأقل",
          two: "متحدثان على الأقل",
          few: "# متحدثين على الأقل",
          many: "# متحدثًا على الأقل",
          other: "# متحدث على الأقل",
        }),
  cues: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "مقطع واحد", two: "مقطعان", few: "# مقاطع", many: "# مقطعًا", other: "# مقطع" })
      : formats.plural(count, {
          one: "نحو مقطع واحد",
          two: "نحو مقطعين",
          few: "نحو # مقاطع",
          many: "نحو # مقطعًا",
          other: "نحو # مقطع",
        }),

  pasted: "نص ملصق",
  pastedName: "اسم الملف",
  pastedContent: "النص المفرّغ",
  pastedEmpty: "لا يوجد نص بعد. الصق النص أو اكتبه هنا.",
  pastedAdd: "إضافة",
  pastedDiscard: "حذف",
  pastedAgain: "يوجد نص هنا بالفعل. ماذا تريد أن تفعل بالنص الذي لصقته الآن؟",
  pastedBelow: "إضافته في الأسفل",
  pastedReplace: "استبدال النص الأول",
  pastedKeep: "عدم استخدامه",
  pastedGone: "حُذف النص.",
  pastedBack: "استعادته",
  // The date comes first: after Arabic letters its digits would be shown in reverse order.
  pastedFile: (date) => `${date} نص مفرّغ ملصق`,
} satisfies TranscriptMessages;

const intake = {
  "folder-empty": "لا يوجد في هذا المجلد ملف يمكن إضافته.",
  "folder-for-one": "يمكن إضافة ملف واحد فقط هنا. افتح المجلد واسحب الملف نفسه.",
  "no-files": "لم يصل أي ملف. احفظ الملف على جهازك أولًا، ثم أضفه من هناك.",
  "system-file": "يبدو أنه ملف تركه أحد البرامج، وليس ملفًا تريد رفعه.",
  addAnyway: "الإضافة على أي حال",
} satisfies IntakeMessages;

export const sentences = { intake, transcripts };
