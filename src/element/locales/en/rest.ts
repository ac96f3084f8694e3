import type { RestMessages } from "../../words/messages.ts";
import { ENGLISH_TRANSCRIPTS } from "./transcripts.ts";

/** What only the list, and what goes wrong with a file, needs. */
export const ENGLISH_REST = {
  list: "Files",
  queued: "Queued",
  preparing: "Preparing…",
  checking: "Checking…",
  confirming: "Finishing…",
  finishing: "Verifying…",
  sentOfTotal: (sent, total) => `${sent} of ${total}`,
  timeLeft: (duration) => `${duration} left`,
  retrying: (cause, duration) =>
    `${cause === "busy" ? "The server is busy." : "The connection was interrupted."} Trying again ${duration === null ? "soon" : `in ${duration}`}.`,
  paused: "Paused",
  failed: "Not uploaded",
  uploaded: "Uploaded",
  verified: "Verified",
  cancelled: "Cancelled",
  serverSaid: (words) => `The server says: “${words}”`,

  progressLabel: (name) => `Uploading ${name}`,
  cancel: (name) => `Cancel ${name}`,
  remove: (name) => `Remove ${name} from the list`,
  retryVisible: "Retry",
  retry: (name) => `Retry ${name}`,
  pause: (name) => `Pause ${name}`,
  resume: (name) => `Resume ${name}`,

  summary: (uploaded, total, formats) =>
    `${uploaded === total ? "" : `${formats.number(uploaded)} of `}${formats.plural(total, { one: "# file uploaded", other: "# files uploaded" })}`,
  summaryFailed: (count, formats) => formats.plural(count, { other: "# not uploaded" }),
  overall: "All files",
  start: "Upload",
  pauseAll: "Pause all",
  resumeAll: "Resume all",
  cancelAll: "Cancel all",
  retryAll: "Retry failed",
  clear: "Clear finished",
  onlyFailed: "Only failed",

  restored: "Uploaded earlier",
  submitWaits: "This is sent as soon as every file is uploaded.",
  submitStopped:
    "It was not sent, because not every file was uploaded. Retry what failed or remove it, then send again.",
  submitCancel: "Do not send yet",

  interrupted: "Unfinished from an earlier visit",
  safe: (safe, total) => `${safe} of ${total} are safe`,
  resumeVisible: "Resume",
  discardVisible: "Discard",
  discard: (name) => `Discard ${name}`,
  addAgain: "Add the same file again to go on.",
  notReopened: "The browser could not open it again. Please add the file again; it goes on where it stopped.",

  transcripts: ENGLISH_TRANSCRIPTS,

  rejections: {
    empty: "It is empty. Choose a file that has something in it.",
    "too-small": (size) => `It is smaller than ${size}, the least that is accepted here.`,
    "too-large": (size) => `It is larger than ${size}, the most that is accepted here.`,
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
} satisfies RestMessages;
