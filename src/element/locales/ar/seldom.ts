import type { SeldomMessages } from "../../words/seldom-messages.ts";

export const sentences: SeldomMessages = {
  already: (date) => `سبق رفعه في ${date}`,
  unchanged: "لم يتغيّر الملف منذ ذلك الحين.",
  alreadyAs: (name) => `رُفع المحتوى نفسه باسم ${name}.`,
  alreadyMany: (count, formats) =>
    formats.plural(count, {
      zero: "سبق رفع # ملف. ارفعها من جديد أو أزلها.",
      one: "سبق رفع ملف واحد. ارفعه من جديد أو أزله.",
      two: "سبق رفع ملفين. ارفعهما من جديد أو أزلهما.",
      few: "سبق رفع # ملفات. ارفعها من جديد أو أزلها.",
      many: "سبق رفع # ملفًا. ارفعها من جديد أو أزلها.",
      other: "سبق رفع # ملف. ارفعها من جديد أو أزلها.",
    }),
  signedOut: "سُجّل خروجك",
  continueVisible: "متابعة",
  uploading: "جارٍ الرفع…",
};
