import type { IntakeMessages } from "../../words/intake-messages.ts";
import type { TranscriptMessages } from "../../words/transcript-messages.ts";

const transcripts = {
  hints: {
    blank: "אין בקובץ הזה דבר מלבד רווחים.",
    "no-cues": "אין מילים בכתוביות האלה.",
    "cut-off": "הסוף של הקובץ הזה חסר. האם הוא הורד במלואו?",
    recording: "זו הקלטה. תמליל הוא הטקסט שלה.",
    picture: "זו תמונה. תמליל הוא טקסט.",
    archive: "זה ארכיון. חלצו אותו והוסיפו את התמליל שבתוכו.",
    "web-page": "זה דף אינטרנט, אולי דף התחברות שנשמר במקום התמליל.",
    shortcut: "זה רק קישור למסמך. הורידו את המסמך והוסיפו אותו.",
    locked: "המסמך מוגן בסיסמה, לכן אי אפשר לקרוא את הטקסט שלו.",
    "not-text": "אין טקסט קריא בקובץ הזה.",
  },
  renamed: (named, found) => `לפי שמו זה קובץ ${named}, ולפי תוכנו קובץ ${found}.`,
  encoding: () => "חלק מהתווים בקובץ עלולים להופיע לא נכון. נסו לשמור אותו בקידוד UTF-8.",
  announceHints: (count, formats) => formats.plural(count, { other: "בדקו # קבצים: יש בהם משהו חריג." }),
  speakers: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "דובר אחד", other: "# דוברים" })
      : formats.plural(count, { one: "לפחות דובר אחד", two: "לפחות שני דוברים", other: "לפחות # דוברים" }),
  cues: (count, complete, formats) =>
    complete
      ? formats.plural(count, { one: "כתובית אחת", other: "# כתוביות" })
      : formats.plural(count, { other: "כ־# כתוביות" }),

  pasted: "טקסט שהודבק",
  pastedName: "שם הקובץ",
  pastedContent: "טקסט התמליל",
  pastedEmpty: "אין כאן עדיין טקסט. הדביקו או הקלידו אותו כאן.",
  pastedAdd: "הוספה",
  pastedDiscard: "ביטול",
  pastedAgain: "כבר יש כאן טקסט. מה לעשות בטקסט שהודבק עכשיו?",
  pastedBelow: "להוסיף מתחת",
  pastedReplace: "להחליף את הראשון",
  pastedKeep: "לא להשתמש בו",
  pastedGone: "הטקסט נמחק.",
  pastedBack: "לשחזר",
  pastedFile: (date) => `תמליל שהודבק ${date}`,
} satisfies TranscriptMessages;

const intake = {
  "folder-empty": "אין בתיקייה הזאת קובץ שאפשר להוסיף.",
  "folder-for-one": "אפשר להוסיף כאן קובץ אחד בלבד. יש לפתוח את התיקייה ולגרור את הקובץ עצמו.",
  "no-files": "לא הגיע קובץ. יש לשמור תחילה את הקובץ במכשיר ואז להוסיף אותו משם.",
  "system-file": "נראה שזה קובץ שתוכנה השאירה, ולא קובץ שברצונך להעלות.",
  addAnyway: "להוסיף בכל זאת",
} satisfies IntakeMessages;

export const sentences = { intake, transcripts };
