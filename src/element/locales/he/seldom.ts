import type { SeldomMessages } from "../../words/seldom-messages.ts";

export const sentences: SeldomMessages = {
  already: (date) => `כבר הועלה ב־${date}`,
  unchanged: "הקובץ לא השתנה מאז.",
  alreadyAs: (name) => `אותו תוכן הועלה בשם ${name}.`,
  alreadyMany: (count, formats) =>
    formats.plural(count, {
      one: "קובץ אחד כבר הועלה. העלו אותו מחדש או הסירו אותו.",
      other: "# קבצים כבר הועלו. העלו אותם מחדש או הסירו אותם.",
    }),
  signedOut: "נותקתם",
  continueVisible: "המשך",
  uploading: "בהעלאה…",
};
