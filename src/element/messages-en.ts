import type { Formats } from "./format.ts";
import type { Messages } from "./messages.ts";

const files = (count: number, formats: Formats): string =>
  `${formats.number(count)} ${formats.plural(count, { one: "file", other: "files" })}`;

/** "VTT, TXT, PDF or image" out of ".vtt, text/plain, application/pdf, image/*". */
const kinds = (accept: string, formats: Formats): string =>
  formats.either(
    accept
      .split(",")
      .map((token) => token.trim())
      .filter(Boolean)
      .map(kind),
  );

function kind(token: string): string {
  if (token.startsWith(".")) return token.slice(1).toUpperCase();
  const [type = "", subtype = ""] = token.split("/");
  if (subtype === "*") return type;
  if (subtype === "plain") return "TXT";
  // Short ones are the names that people know: PDF, VTT, PNG.
  return subtype.length > 5 ? token : subtype.toUpperCase();
}

const AGAIN_LATER = "Please try again in a moment.";
const TELL_THE_OWNER = "Please tell the people who run this page.";

export const ENGLISH: Messages = {
  label: "File upload",
  heading: (multiple) => (multiple ? "Drop files here" : "Drop a file here"),
  headingMore: "Drop more files",
  headingAdding: "Adding files…",
  dropAccepted: "Let go to add",
  dropRefused: "This cannot be added here",
  browse: (kind) => ({ file: "Choose a file", files: "Choose files", folder: "Choose a folder" })[kind],
  hint: ({ accept = "", maxFileBytes, maxFiles }, formats) => {
    const parts = [];
    if (accept) parts.push(kinds(accept, formats));
    if (maxFileBytes) parts.push(`up to ${formats.size(maxFileBytes)}${maxFiles === 1 ? "" : " each"}`);
    if (maxFiles && maxFiles > 1) parts.push(`${files(maxFiles, formats)} at most`);
    return parts.join(" · ").replace(/^up/, "Up");
  },
  list: "Files",

  queued: "Queued",
  preparing: "Preparing…",
  checking: "Checking…",
  confirming: "Finishing…",
  finishing: "Verifying…",
  sentOfTotal: (sent, total) => `${sent} of ${total}`,
  timeLeft: (duration) => `${duration} left`,
  offline: "You are offline. This goes on as soon as you are back.",
  retrying: (code, duration) => {
    const cause =
      code === "rate-limited" || code === "server" ? "The server is busy." : "The connection was interrupted.";
    return `${cause} ${duration === null ? "Trying again soon." : `Trying again in ${duration}.`}`;
  },
  paused: "Paused",
  continued: "Continued where it was cut off",
  changed: "This is not the same content as before, so it is uploaded from the beginning.",
  failed: "Not uploaded",
  uploaded: "Uploaded",
  verified: "Verified",
  cancelled: "Cancelled",
  serverSaid: (words) => `The server says: “${words}”`,
  notSetUp: "Uploads are not set up on this page yet. Your files stay on this list until they are.",

  progressLabel: (name) => `Uploading ${name}`,
  cancel: (name) => `Cancel ${name}`,
  remove: (name) => `Remove ${name} from the list`,
  retryVisible: "Retry",
  retry: (name) => `Retry ${name}`,
  pause: (name) => `Pause ${name}`,
  resume: (name) => `Resume ${name}`,

  summary: (uploaded, total, formats) =>
    `${uploaded === total ? "" : `${formats.number(uploaded)} of `}${files(total, formats)} uploaded`,
  summaryFailed: (count, formats) => `${formats.number(count)} not uploaded`,
  overall: "All files",
  start: "Upload",
  pauseAll: "Pause all",
  resumeAll: "Resume all",
  cancelAll: "Cancel all",
  retryAll: "Retry failed",
  clear: "Clear finished",

  interrupted: "Unfinished from an earlier visit",
  safe: (safe, total) => `${safe} of ${total} are safe`,
  resumeVisible: "Resume",
  discardVisible: "Discard",
  discard: (name) => `Discard ${name}`,
  addAgain: "Add the same file again to go on.",
  notReopened: "The browser could not open it again. Please add the file again; it goes on where it stopped.",

  notAdded: (name) => `${name} was not added`,
  manyNotAdded: (count, formats) => `${files(count, formats)} were not added`,
  moreNotAdded: (count, formats) => `and ${formats.number(count)} more`,
  details: "Show which and why",
  dismiss: "Dismiss this message",
  unreadable: "It could not be read. Check that it still exists and that you may open it.",
  notLoaded: "A part of this page could not be loaded. Check your network and add the file again.",
  rejections: {
    empty: () => "It is empty. Choose a file that has something in it.",
    "too-small": (limit, formats) =>
      `It is smaller than ${formats.size(Number(limit))}, the least that is accepted here.`,
    "too-large": (limit, formats) =>
      `It is larger than ${formats.size(Number(limit))}, the most that is accepted here.`,
    type: (limit, formats) => `This kind of file is not accepted here. Accepted: ${kinds(String(limit), formats)}.`,
    "name-too-long": (limit, formats) =>
      `Its name is longer than ${formats.number(Number(limit))} characters. Give it a shorter one and add it again.`,
    "name-missing": () => "It has no name. Give it one and add it again.",
    "too-many": (limit, formats) =>
      limit === 1
        ? "Only one file at a time. Wait until the other is uploaded, or cancel it, and add this one again."
        : `Only ${files(Number(limit), formats)} fit on this list. Remove one and add this one again.`,
  },
  errors: {
    network: "The connection was lost. Check your network and try again.",
    timeout: `The server took too long to answer. ${AGAIN_LATER}`,
    "storage-unreachable": `The file storage cannot be reached from this page. If it fails again: ${TELL_THE_OWNER.toLowerCase()}`,
    "file-unreadable": "The file can no longer be read. It was moved, renamed or changed; please add it again.",
    "rate-limited": `The server is very busy. ${AGAIN_LATER}`,
    server: `The server had a problem. ${AGAIN_LATER}`,
    unauthorized: "You are not signed in any more. Sign in and try again.",
    forbidden: "You are not allowed to upload this file here.",
    "not-found": "The server no longer knows this upload. Please try again.",
    conflict: "The server already has a file in this place. Rename yours and add it again, or try again.",
    refused: "The server does not accept this file.",
    expired: "The time for this upload ran out. Please try again.",
    checksum: "The file was damaged on the way. Please try again.",
    protocol: `The server gave an answer that makes no sense. ${TELL_THE_OWNER}`,
    "unsupported-transfer": `This page cannot upload in the way the server asks for. ${TELL_THE_OWNER}`,
    internal: "Something went wrong on this page. Please try again.",
  },

  announceAdded: (count, name, formats) => (count === 1 ? `${name} added.` : `${files(count, formats)} added.`),
  announceFailed: (name, reason) => `${name} was not uploaded. ${reason}`,
  announceManyFailed: (count, formats) => `${files(count, formats)} were not uploaded.`,
  announceResumed: "Resumed",
  announceOnline: "You are online again.",
  announceDone: (uploaded, failed, formats) =>
    `${files(uploaded, formats)} uploaded${failed > 0 ? `, ${formats.number(failed)} not uploaded` : ""}.`,

  transcripts: {},

  valueMissing: (multiple) => (multiple ? "Please add at least one file." : "Please add a file."),
  stillUploading: "Please wait until every file is uploaded.",
};
