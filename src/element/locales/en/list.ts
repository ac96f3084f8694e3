import type { ListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "Files",
  queued: "Queued",
  preparing: "Preparing…",
  checking: "Checking…",
  awaitingServer: "Finishing…",
  verifying: "Verifying…",
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
} satisfies ListMessages;
