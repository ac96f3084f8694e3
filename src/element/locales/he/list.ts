import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "קבצים",
  queued: "בתור",
  held: "עוד לא נשלח, כדאי לבדוק",
  preparing: "בהכנה…",
  finishing: "מסיימים…",
  sentOfTotal: (sent, total) => `${sent} מתוך ${total}`,
  timeLeft: (duration) => `זמן שנותר: ${duration}`,
  stalled: "בהמתנה לרשת…",
  retrying: (cause, duration) =>
    `${{ busy: "השרת עמוס.", problem: "הייתה תקלה בשרת.", lost: "החיבור נקטע." }[cause]} ${duration === null ? "ננסה שוב בקרוב." : `בעוד ${duration} ננסה שוב.`}`,
  paused: "מושהה",
  failed: "לא הועלה",
  uploaded: "הועלה",
  pleaseCheck: "הועלה, כדאי לבדוק",
  verified: "הועלה ואומת",
  cancelled: "בוטל",
  serverSaid: (words) => `תשובת השרת: ”${words}”`,

  progressLabel: (name) => `${name} בהעלאה`,
  cancel: (name) => `ביטול ${name}`,
  remove: (name) => `הסרת ${name} מהרשימה`,
  removed: (name, isUploaded) =>
    isUploaded ? `הקובץ ${name} הוסר מהרשימה. הקובץ שהועלה נשמר.` : `הקובץ ${name} הוסר מהרשימה.`,
  removedMany: (count, formats) =>
    formats.plural(count, { one: "קובץ אחד הוסר מהרשימה.", other: "# קבצים הוסרו מהרשימה." }),
  undo: "ביטול ההסרה",
  retryVisible: "ניסיון נוסף",
  retry: (name) => `ניסיון נוסף עם ${name}`,
  againVisible: "העלאה מחדש",
  anotherVisible: "בחירת קובץ אחר",
  pause: (name) => `השהיית ${name}`,
  resume: (name) => `המשך ההעלאה של ${name}`,

  summary: (uploaded, total, formats) =>
    uploaded === total
      ? formats.plural(total, { one: "קובץ אחד הועלה", other: "# קבצים הועלו" })
      : formats.plural(total, {
          one: `${formats.number(uploaded)} מתוך קובץ אחד הועלה`,
          other: `${formats.number(uploaded)} מתוך # קבצים הועלו`,
        }),
  summaryFailed: (count, formats) => formats.plural(count, { one: "קובץ אחד לא הועלה", other: "# לא הועלו" }),
  summaryToCheck: (count, formats) => formats.plural(count, { other: "# לבדיקה" }),
  overall: "כל הקבצים",
  start: "העלאה",
  sendVisible: "העלאה בכל זאת",
  pauseAll: "השהיית הכול",
  resumeAll: "המשך כל ההעלאות",
  cancelAll: "ביטול הכול",
  retryAll: "ניסיון נוסף לקבצים שנכשלו",
  clear: "הסרת מה שהסתיים",
  onlyFailed: "רק קבצים שנכשלו",

  restored: "הועלו קודם לכן",
  submitWaits: "הטופס יישלח ברגע שכל הקבצים יועלו.",
  submitStopped:
    "הטופס לא נשלח, כי לא כל הקבצים הועלו. נסו שוב להעלות את הקבצים שנכשלו או הסירו אותם, ואז שלחו את הטופס שוב.",
  submitCancel: "לא לשלוח עדיין",

  interrupted: "העלאות שלא הושלמו בביקור קודם",
  safe: (safe, total) => `${safe} מתוך ${total} כבר הועלו`,
  resumeVisible: "המשך",
  discardVisible: "ביטול",
  discard: (name) => `ביטול ההעלאה של ${name}`,
  addAgain: "כדי להמשיך, הוסיפו שוב את אותו הקובץ.",
  chooseVisible: "בחירה מחדש",
  notReopened: "הדפדפן לא הצליח לפתוח שוב את הקובץ. הוסיפו אותו שוב; ההעלאה תימשך מהנקודה שבה נעצרה.",
} satisfies ListMessages;
