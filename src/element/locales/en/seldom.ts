import type { SeldomMessages } from "../../words/seldom-messages.ts";

export const sentences: SeldomMessages = {
  already: (date) => `Already uploaded on ${date}`,
  unchanged: "It has not changed since then.",
  alreadyAs: (name) => `The same content was uploaded as ${name}.`,
  alreadyMany: (count, formats) =>
    formats.plural(count, { other: "# files were already uploaded. Upload them again or remove them." }),
  signedOut: "Signed out",
  continueVisible: "Continue",
  uploading: "Uploading…",
};
