import type { StartMessages } from "../../words/messages.ts";

export const sentences = {
  label: "העלאת קבצים",
  heading: (multiple) => (multiple ? "שחררו קבצים כאן" : "שחררו קובץ כאן"),
  headingMore: "שחררו קבצים נוספים",
  headingAdding: "מוסיפים קבצים…",
  dropAccepted: "שחררו כדי להוסיף",
  dropRefused: "אי אפשר להוסיף את זה כאן",
  browse: (kind) => ({ file: "בחירת קובץ", files: "בחירת קבצים", folder: "בחירת תיקייה" })[kind],
  pasteText: "הדבקת טקסט",
  kinds: { audio: "שמע", image: "תמונה", text: "טקסט", video: "וידאו" },
  upTo: (size, each) => `עד ${size}${each ? " לקובץ" : ""}`,
  atMost: (count, formats) => formats.plural(count, { other: "לכל היותר # קבצים" }),
  notSetUp: "ההעלאה עדיין לא הוגדרה בדף הזה. עד אז הקבצים שלכם יישארו ברשימה.",

  notAdded: (name) => `הקובץ ${name} לא נוסף`,
  manyNotAdded: (count, formats) => formats.plural(count, { other: "# קבצים לא נוספו" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "ועוד #" }),
  details: "אילו קבצים ולמה",
  dismiss: "סגירת ההודעה",
  unreadable: "לא ניתן לקרוא אותו. בדקו שהוא עדיין קיים ושמותר לכם לפתוח אותו.",
  notLoaded: "לא ניתן לטעון חלק מהדף. בדקו את החיבור והוסיפו את הקובץ שוב.",

  because: (title, reason) => `${title}. ${reason}`,
  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `הקובץ ${name} נוסף.` : formats.plural(count, { other: "נוספו # קבצים." }),
  announceFailed: (name, reason) => `הקובץ ${name} לא הועלה. ${reason}`,
  announceManyFailed: (count, formats) => formats.plural(count, { other: "# קבצים לא הועלו." }),
  offline: "אין חיבור. ההעלאה תימשך כשהחיבור יחזור.",
  continued: "נמשך מהנקודה שבה נקטע",
  changed: "התוכן כבר אינו זהה, לכן הקובץ מועלה מההתחלה.",
  announceResumed: "ההעלאה נמשכת",
  announceOnline: "החיבור חזר.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "קובץ אחד הועלה", other: "# קבצים הועלו" })}${failed ? formats.plural(failed, { other: ", # לא הועלו" }) : ""}.`,

  valueMissing: (multiple) => (multiple ? "נא להוסיף לפחות קובץ אחד." : "נא להוסיף קובץ."),
  stillUploading: "נא להמתין עד שכל הקבצים יועלו.",
} satisfies StartMessages;

export const more = [
  () => import("./list.ts"),
  () => import("./trouble.ts"),
  () => import("./transcripts.ts"),
] as const;
