import type { FilesMessages } from "../words/messages.ts";

export const sentences = {
  label: "קבצים שהועלו",
  heading: "קבצים שהועלו",
  columns: { name: "שם", status: "מצב", size: "גודל", added: "נוסף", actions: "פעולות" },
  statuses: { PENDING: "לא הושלם", COMPLETED: "הועלה", CANCELLED: "בוטל", EXPIRED: "פג תוקפו" },

  loading: "בטעינה…",
  empty: "אין עדיין קבצים. מה שתעלו יופיע כאן.",
  count: (total, formats) => formats.plural(total, { one: "קובץ אחד", other: "# קבצים" }),
  range: (from, to, total, formats) => `${formats.number(from)}–${formats.number(to)} מתוך ${formats.number(total)}`,
  previous: "העמוד הקודם",
  next: "העמוד הבא",
  refresh: "רענון הרשימה",

  openVisible: "הורדה",
  open: (name) => `הורדת ${name}`,
  cancel: (name) => `ביטול ${name}`,

  notSetUp: "רשימת הקבצים עדיין לא הוגדרה בדף הזה.",
  offline: "אין חיבור. הרשימה תיטען כשהחיבור יחזור.",
  busy: (duration) => `השרת עמוס. ${duration === null ? "מנסים שוב עכשיו." : `בעוד ${duration} ננסה שוב.`}`,
  listFailed: "לא ניתן לטעון את הקבצים",
  notOpened: (name) => `לא ניתן לפתוח את ${name}`,
  notCancelled: (name) => `לא ניתן לבטל את ${name}`,
  problems: {
    network: "אי אפשר להגיע לשרת. בדקו את החיבור לאינטרנט ונסו שוב.",
    timeout: "השרת לא ענה זמן רב מדי. נסו שוב בעוד רגע.",
    busy: "השרת עמוס מאוד. נסו שוב בעוד רגע.",
    server: "הייתה תקלה בשרת. נסו שוב בעוד רגע.",
    unauthorized: "לא התחברתם לחשבון. התחברו ונסו שוב.",
    forbidden: "אין לכם הרשאה לראות את זה כאן.",
    "not-found": "הקובץ כבר לא קיים בשרת.",
    changed: "מצב הקובץ השתנה בינתיים. רעננו את הרשימה.",
    refused: "השרת אינו מקבל את הבקשה הזו.",
    protocol: "הרשימה אינה פועלת כרגע בדף הזה. עדכנו את האחראים לדף.",
  },
  serverSaid: (words) => `תשובת השרת: ”${words}”`,
  tryAgain: "ניסיון נוסף",
  dismiss: "סגירת ההודעה",
  ready: (name) => `הקובץ ${name} מוכן, אבל הדפדפן לא פתח כרטיסייה.`,
  openLink: "פתיחה",

  because: (title, reason) => `${title}. ${reason}`,
  announceShown: (range) => `קבצים: ${range}.`,
  announceCancelled: (name) => `הקובץ ${name} בוטל.`,
} satisfies FilesMessages;

export const more = [] as const;
