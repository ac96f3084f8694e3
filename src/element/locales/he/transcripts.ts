import type { IntakeMessages } from "../../words/intake-messages.ts";
import type { TranscriptMessages } from "../../words/transcript-messages.ts";

const transcripts = {
  hints: {
    blank: "אין בקובץ הזה דבר מלבד רווחים. האם הוא נשמר במלואו?",
    "no-cues": "אין מילים בכתוביות האלה.",
    "cut-off": "הסוף של הקובץ הזה חסר. האם הוא הורד במלואו?",
    recording: "זו הקלטה. הוסיפו במקומה את התמליל, הטקסט שלה.",
    picture: "זו תמונה. הוסיפו במקומה את התמליל כטקסט.",
    archive: "זה קובץ דחוס. חלצו אותו והוסיפו את התמליל שבתוכו.",
    "web-page": "זה דף אינטרנט, אולי דף התחברות שנשמר במקום התמליל.",
    shortcut: "זה רק קישור למסמך. הורידו את המסמך והוסיפו אותו.",
    locked: "המסמך מוגן בסיסמה, לכן אי אפשר לקרוא את הטקסט שלו.",
    "not-text": "אין טקסט קריא בקובץ הזה.",
  },
  renamed: (named, found) => `לפי שמו זה קובץ ${named}, ולפי תוכנו קובץ ${found}. שנו את שמו או הוסיפו את הקובץ הנכון.`,
  encoding: () => "חלק מהתווים בקובץ עלולים להופיע לא נכון. אם אפשר, שמרו אותו בקידוד UTF-8 והוסיפו אותו שוב.",
  announceHints: (count, formats) => formats.plural(count, { other: "בדקו # קבצים: יש בהם משהו חריג." }),
  speakers: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "דובר אחד", other: "# דוברים" })
      : formats.plural(count, { one: "לפחות דובר אחד", two: "לפחות שני דוברים", other: "לפחות # דוברים" }),
  cues: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "כתובית אחת", other: "# כתוביות" })
      : formats.plural(count, { one: "כתובית אחת בערך", other: "כ־# כתוביות" }),

  pasted: "טקסט שהודבק",
  pastedName: "שם הקובץ",
  pastedContent: "טקסט התמליל",
  pastedEmpty: "אין כאן עדיין טקסט. הדביקו או הקלידו אותו כאן.",
  pastedAdd: "הוספה",
  pastedDiscard: "מחיקה",
  pastedAgain: "כבר יש כאן טקסט. מה לעשות בטקסט שהודבק עכשיו?",
  pastedBelow: "להוסיף מתחת",
  pastedReplace: "להחליף את הראשון",
  pastedKeep: "לא להשתמש בו",
  pastedGone: "הטקסט נמחק.",
  pastedBack: "שחזור",
  pastedFile: (date) => `תמליל שהודבק ${date}`,
} satisfies TranscriptMessages;

const intake = {
  "folder-empty": "אין בתיקייה הזאת קובץ שאפשר להוסיף.",
  "folder-for-one": "אפשר להוסיף כאן קובץ אחד בלבד. פתחו את התיקייה וגררו את הקובץ עצמו.",
  "no-files": "לא הגיע קובץ. שמרו קודם את הקובץ במכשיר ואז הוסיפו אותו משם.",
  "system-file": "נראה שזה קובץ שתוכנה השאירה, ולא קובץ שאתם רוצים להעלות.",
  addAnyway: "הוספה בכל זאת",
} satisfies IntakeMessages;

export const sentences = { intake, transcripts };
