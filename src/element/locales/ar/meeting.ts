import type { MeetingMessages } from "../../words/meeting-messages.ts";

export const sentences: MeetingMessages = {
  heading: "تفاصيل الاجتماع",
  title: "العنوان",
  date: "التاريخ",
  start: "البداية",
  end: "النهاية",
  upload: "رفع",
  discard: "إزالة",
  summary: (when, people) => (people === "" ? `الاجتماع: ${when}` : `الاجتماع: ${when}، ${people}`),
  people: (first, others, formats) =>
    formats.plural(others, {
      one: `${first} وشخص آخر`,
      two: `${first} وشخصان آخران`,
      few: `${first} و# أشخاص آخرين`,
      many: `${first} و# شخصًا آخر`,
      other: `${first} و# شخص آخر`,
    }),
  zone: (zone) => `الأوقات بتوقيتك المحلي (${zone}).`,
  zoneAssumed: (zone) => `لا يذكر الملف المنطقة الزمنية. يُرجى التحقق من الأوقات: قُرئت بتوقيتك المحلي (${zone}).`,
  whichDate: "أي تاريخ هو المقصود؟",
  askTitle: "أدخل عنوانًا للاجتماع.",
  askDate: "أدخل تاريخ الاجتماع.",
  askStart: "أدخل وقت البداية.",
  askEnd: "أدخل وقت النهاية.",
  future: "لم يحن هذا الوقت بعد. أدخل وقت انعقاد الاجتماع.",
  tooLong: "سيستغرق هذا الاجتماع أكثر من 18 ساعة. تحقق من البداية والنهاية.",
};
