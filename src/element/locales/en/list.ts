import type { EarlyListMessages } from "../../words/messages.ts";

export const sentences = {
  list: "Files",
  queued: "Queued",
  held: "Not sent yet, please check",
  preparing: "Preparing…",
  finishing: "Finishing…",
  sentOfTotal: (sent, total) => `${sent} of ${total}`,
  timeLeft: (duration) => `${duration} left`,
  stalled: "Waiting for the network…",
  retrying: (cause, duration) =>
    `${{ busy: "The server is busy.", problem: "The server had a problem.", lost: "The connection was interrupted." }[cause]} Trying again ${duration === null ? "soon" : `in ${duration}`}.`,
  paused: "Paused",
  failed: "Not uploaded",
  uploaded: "Uploaded",
  pleaseCheck: "Uploaded, please check",
  verified: "Uploaded and verified",
  cancelled: "Cancelled",
  serverSaid: (words) => `The server says: “${words}”`,

  progressLabel: (name) => `Uploading ${name}`,
  cancel: (name) => `Cancel ${name}`,
  remove: (name) => `Remove ${name} from the list`,
  removed: (name, isUploaded) =>
    isUploaded ? `${name} is off this list. It stays uploaded.` : `${name} is off this list.`,
  removedMany: (count, formats) =>
    formats.plural(count, { one: "# file is off this list.", other: "# files are off this list." }),
  undo: "Undo",
  retryVisible: "Retry",
  retry: (name) => `Retry ${name}`,
  againVisible: "Upload again",
  anotherVisible: "Choose another",
  pause: (name) => `Pause ${name}`,
  resume: (name) => `Resume ${name}`,

  summary: (uploaded, total, formats) =>
    `${uploaded === total ? "" : `${formats.number(uploaded)} of `}${formats.plural(total, { one: "# file uploaded", other: "# files uploaded" })}`,
  sendVisible: "Upload anyway",

  submitWaits: "The form will be sent as soon as every file is uploaded.",
  submitStopped:
    "The form was not sent because some files were not uploaded. Retry or remove them, then send the form again.",
  submitCancel: "Do not send the form yet",
} satisfies EarlyListMessages;
