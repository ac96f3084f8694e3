import type { IntakeMessages } from "../../words/intake-messages.ts";
import type { RefusalMessages } from "../../words/messages.ts";

const intake = {
  "folder-empty": "There is no file in this folder that can be added.",
  "folder-for-one": "Only one file can be added here. Open the folder and drop the file itself.",
  "no-files": "It came without a file. Save the file on your device first, then add it from there.",
  "system-file": "It looks like a file that a program has left here, not like one that you want to upload.",
  addAnyway: "Add anyway",
} satisfies IntakeMessages;

/** English sentences that other languages load with the first ones, or with those about transcripts. */
export const sentences = {
  intake,
  notSetUp: "Uploads are not set up on this page yet. Your files stay on this list until they are.",
  manyNotAdded: (count, formats) =>
    formats.plural(count, { one: "# file was not added", other: "# files were not added" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "and # more" }),
  details: "Show which and why",
  unreadable: "It could not be read. Check that it still exists and that you are allowed to open it.",
  rejections: {
    empty: "It is empty. Check its content and add it again.",
    "too-small": (size) => `It is smaller than ${size}, the smallest size accepted here. Choose a larger file.`,
    "too-large": (size) => `It is larger than ${size}, the largest size accepted here. Choose a smaller file.`,
    type: (kinds) => `This kind of file is not accepted here. Accepted: ${kinds}.`,
    "name-too-long": (characters, formats) =>
      formats.plural(characters, {
        other: "Its name is longer than # characters. Give it a shorter one and add it again.",
      }),
    "name-missing": "It has no name. Give it one and add it again.",
    "too-many": (count, formats) =>
      count === 1
        ? "Only one file at a time. Wait until the other is uploaded, or cancel it, and add this one again."
        : formats.plural(count, { other: "Only # files fit on this list. Remove one and add this one again." }),
  },
} satisfies RefusalMessages & { intake: IntakeMessages };
