import type { OutcomeMessages } from "../../words/messages.ts";

export const sentences = {
  errors: {
    network: "The connection was lost. Check your internet connection and try again.",
    timeout: "The server took too long to answer. Please try again in a moment.",
    "storage-unreachable":
      "The file storage cannot be reached from this page. If this happens again, please tell the people who run this page.",
    "file-unreadable": "The file can no longer be read. It was moved, renamed or changed; please add it again.",
    "rate-limited": "The server is very busy. Please try again in a moment.",
    server: "The server had a problem. Please try again in a moment.",
    unauthorized: "Sign in again, for example in another tab, then continue here.",
    forbidden: "You are not allowed to upload this file here. If this is a mistake, tell the people who run this page.",
    "not-found": "The server can no longer find this upload. Please try again.",
    conflict: "The server already has a file with this name. Rename yours and add it again, or try again.",
    refused: "The server did not accept this file. Try another file, or tell the people who run this page.",
    "too-large": "This file is too large to be uploaded here. Choose a smaller file.",
    type: "This kind of file is not accepted here. Choose another file.",
    "too-many": "You have uploaded as many files as you can in one day. Please try again tomorrow.",
    "share-full": "You have too many unfinished uploads. Finish or cancel some of them, then try again.",
    "not-set-up": "Uploads are not working on this page at the moment. Please tell the people who run this page.",
    expired: "The time for this upload ran out. Please try again.",
    checksum: "The file was damaged during the upload. Please try again.",
    protocol: "Uploads are not working on this page at the moment. Please tell the people who run this page.",
    "unsupported-transfer":
      "Uploads are not working on this page at the moment. Please tell the people who run this page.",
    internal: "Something went wrong on this page. Please try again.",
  },

  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} added.` : formats.plural(count, { other: "# files added." }),
  announceFailed: (name, reason) => `${name} was not uploaded. ${reason}`,
  announceManyFailed: (count, formats) =>
    formats.plural(count, { one: "# file was not uploaded.", other: "# files were not uploaded." }),
  offline: "You are offline. Uploading continues as soon as you are back online.",
  continued: "Continued from where it stopped",
  changed: "The file has changed since last time, so it is being uploaded from the beginning.",
  announceResumed: "Resumed",
  announceOnline: "You are online again.",
  announceHalf: "Half of it is uploaded.",
  announceDismissed: "Message closed.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "# file uploaded", other: "# files uploaded" })}${failed ? formats.plural(failed, { other: ", # not uploaded" }) : ""}.`,
} satisfies OutcomeMessages;
