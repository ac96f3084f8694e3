import type { OutcomeMessages } from "../../words/messages.ts";

export const sentences = {
  errors: {
    network: "החיבור נקטע. בדקו את החיבור לאינטרנט ונסו שוב.",
    timeout: "השרת לא ענה זמן רב מדי. נסו שוב בעוד רגע.",
    "storage-unreachable": "אי אפשר להגיע לאחסון הקבצים מהדף הזה. אם זה יקרה שוב, עדכנו את האחראים לדף.",
    "file-unreadable": "כבר אי אפשר לקרוא את הקובץ. הוא הועבר, קיבל שם אחר או השתנה; הוסיפו אותו שוב.",
    "rate-limited": "השרת עמוס מאוד. נסו שוב בעוד רגע.",
    server: "הייתה תקלה בשרת. נסו שוב בעוד רגע.",
    unauthorized: "התחברו שוב, למשל בכרטיסייה אחרת, והמשיכו כאן.",
    forbidden: "אין לכם הרשאה להעלות את הקובץ הזה לכאן. אם זו טעות, עדכנו את האחראים לדף.",
    "not-found": "ההעלאה הזו כבר לא קיימת בשרת. נסו שוב.",
    conflict: "בשרת כבר יש קובץ בשם הזה. שנו את שם הקובץ שלכם והוסיפו אותו שוב, או נסו שוב.",
    refused: "השרת לא קיבל את הקובץ הזה. בחרו קובץ אחר, או עדכנו את האחראים לדף.",
    "too-large": "הקובץ הזה גדול מכדי להעלות אותו לכאן. בחרו קובץ קטן יותר.",
    type: "סוג הקובץ הזה אינו מתקבל כאן. בחרו קובץ אחר.",
    "too-many": "העליתם את כל הקבצים שמותר להעלות ביום אחד. נסו שוב מחר.",
    "share-full": "יש לכם יותר מדי העלאות שלא הושלמו. השלימו או בטלו כמה מהן ונסו שוב.",
    "not-set-up": "ההעלאה אינה פועלת כרגע בדף הזה. עדכנו את האחראים לדף.",
    expired: "הזמן להעלאה הזו נגמר. נסו שוב.",
    checksum: "הקובץ נפגם במהלך ההעברה. נסו שוב.",
    protocol: "ההעלאה אינה פועלת כרגע בדף הזה. עדכנו את האחראים לדף.",
    "unsupported-transfer": "ההעלאה אינה פועלת כרגע בדף הזה. עדכנו את האחראים לדף.",
    internal: "משהו השתבש בדף הזה. נסו שוב.",
  },

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
  announceHalf: "חצי כבר הועלה.",
  announceDismissed: "ההודעה נסגרה.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "קובץ אחד הועלה", other: "# קבצים הועלו" })}${failed ? formats.plural(failed, { one: ", קובץ אחד לא הועלה", other: ", # לא הועלו" }) : ""}.`,
} satisfies OutcomeMessages;
