import type { OutcomeMessages } from "../../words/messages.ts";

export const sentences = {
  errors: {
    network: "The connection was lost. Check your network and try again.",
    timeout: "The server took too long to answer. Please try again in a moment.",
    "storage-unreachable":
      "The file storage cannot be reached from this page. If it fails again: please tell the people who run this page.",
    "file-unreadable": "The file can no longer be read. It was moved, renamed or changed; please add it again.",
    "rate-limited": "The server is very busy. Please try again in a moment.",
    server: "The server had a problem. Please try again in a moment.",
    unauthorized: "You are not signed in any more. Sign in and try again.",
    forbidden: "You are not allowed to upload this file here.",
    "not-found": "The server no longer knows this upload. Please try again.",
    conflict: "The server already has a file in this place. Rename yours and add it again, or try again.",
    refused: "The server does not accept this file.",
    expired: "The time for this upload ran out. Please try again.",
    checksum: "The file was damaged on the way. Please try again.",
    protocol: "The server gave an answer that makes no sense. Please tell the people who run this page.",
    "unsupported-transfer":
      "This page cannot upload in the way the server asks for. Please tell the people who run this page.",
    internal: "Something went wrong on this page. Please try again.",
  },

  about: (name, sentence) => `${name}: ${sentence}`,
  announceAdded: (count, name, formats) =>
    count === 1 ? `${name} added.` : formats.plural(count, { other: "# files added." }),
  announceFailed: (name, reason) => `${name} was not uploaded. ${reason}`,
  announceManyFailed: (count, formats) =>
    formats.plural(count, { one: "# file was not uploaded.", other: "# files were not uploaded." }),
  offline: "You are offline. This goes on as soon as you are back.",
  continued: "Continued where it was cut off",
  changed: "This is not the same content as before, so it is uploaded from the beginning.",
  announceResumed: "Resumed",
  announceOnline: "You are online again.",
  announceHalf: "Half of it is uploaded.",
  announceDismissed: "Message closed.",
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "# file uploaded", other: "# files uploaded" })}${failed ? formats.plural(failed, { other: ", # not uploaded" }) : ""}.`,
} satisfies OutcomeMessages;
