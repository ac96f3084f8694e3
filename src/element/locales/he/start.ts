import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "העלאת קבצים",
  heading: (multiple) => (multiple ? "גררו קבצים לכאן" : "גררו קובץ לכאן"),
  headingTranscript: "הוסיפו תמליל",
  headingMore: "גררו לכאן קבצים נוספים",
  headingAdding: "מוסיפים קבצים…",
  dropAccepted: "שחררו כדי להוסיף",
  dropRefused: "אי אפשר להוסיף את זה כאן",
  browse: (kind) => ({ file: "בחירת קובץ", files: "בחירת קבצים", folder: "בחירת תיקייה" })[kind],
  pasteText: "הדבקת טקסט",
  kinds: { audio: "שמע", image: "תמונה", text: "טקסט", video: "וידאו" },
  upTo: (size, each) => `עד ${size}${each ? " לקובץ" : ""}`,
  atMost: (count, formats) => formats.plural(count, { two: "לכל היותר שני קבצים", other: "לכל היותר # קבצים" }),
  notSetUp: "ההעלאה עדיין לא הוגדרה בדף הזה. עד אז הקבצים שלכם יישארו ברשימה.",

  notAdded: (name) => `הקובץ ${name} לא נוסף`,
  manyNotAdded: (count, formats) => formats.plural(count, { other: "# קבצים לא נוספו" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "ועוד #" }),
  details: "אילו קבצים ולמה",
  dismiss: "סגירת ההודעה",
  unreadable: "לא ניתן לקרוא אותו. בדקו שהוא עדיין קיים ושמותר לכם לפתוח אותו.",
  notLoaded: "לא ניתן לטעון חלק מהדף. בדקו את החיבור והוסיפו את הקובץ שוב. אם זה לא עוזר, רעננו את הדף.",
  keptOffline: "אין חיבור. הקבצים יתווספו כשהחיבור יחזור.",
  rejections: {
    empty: "הוא ריק. בחרו קובץ שיש בו תוכן.",
    "too-small": (size) => `הוא קטן מ־${size}, המינימום כאן. בחרו קובץ גדול יותר.`,
    "too-large": (size) => `הוא גדול מ־${size}, המקסימום כאן. בחרו קובץ קטן יותר.`,
    type: (kinds) => `אי אפשר להוסיף כאן קבצים מהסוג הזה. סוגים מותרים: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, { other: "שמו ארוך מ־# תווים. קצרו אותו והוסיפו את הקובץ שוב." }),
    "name-missing": "אין לו שם. תנו לו שם והוסיפו אותו שוב.",
    "too-many": (count, formats) =>
      count === 1
        ? "רק קובץ אחד בכל פעם. המתינו שהקובץ האחר יועלה, או בטלו אותו, ואז הוסיפו את זה שוב."
        : formats.plural(count, {
            two: "ברשימה הזו יש מקום לשני קבצים בלבד. הסירו אחד והוסיפו את זה שוב.",
            other: "ברשימה הזו יש מקום ל־# קבצים בלבד. הסירו אחד והוסיפו את זה שוב.",
          }),
  },
  because: (title, reason) => `${title}. ${reason}`,

  valueMissing: (multiple) => (multiple ? "נא להוסיף לפחות קובץ אחד." : "נא להוסיף קובץ."),
  stillUploading: "עוד לא כל הקבצים הועלו. המתינו, או המשיכו את אלה שהושהו.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./outcomes.ts"),
  () => import("./transcripts.ts"),
] as const;
