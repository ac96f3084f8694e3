import type { BesideMessages } from "../../words/messages.ts";

/** English sentences that come with the code of the sections beside the list; other languages load them with the list. */
export const sentences = {
  restored: "Uploaded earlier",
  interrupted: "Unfinished uploads from an earlier visit",
  safe: (safe, total) => `${safe} of ${total} already uploaded`,
  resumeVisible: "Resume",
  discardVisible: "Discard",
  discard: (name) => `Discard ${name}`,
  addAgain: "Add the same file again to continue.",
  chooseVisible: "Choose it again",
  notReopened:
    "Your browser could not reopen the file. Please add it again; the upload will continue where it stopped.",
} satisfies BesideMessages;
