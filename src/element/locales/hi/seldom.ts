import type { SeldomMessages } from "../../words/seldom-messages.ts";

export const sentences: SeldomMessages = {
  already: (date) => `${date} को पहले ही अपलोड हो चुकी है`,
  unchanged: "यह तब से नहीं बदली है।",
  alreadyAs: (name) => `यही सामग्री ${name} नाम से अपलोड हुई थी।`,
  alreadyMany: (count, formats) =>
    formats.plural(count, { other: "# फ़ाइलें पहले ही अपलोड हो चुकी हैं। उन्हें फिर से अपलोड करें या हटाएँ।" }),
  signedOut: "साइन आउट",
  continueVisible: "जारी रखें",
  uploading: "अपलोड हो रही है…",
};
