import type { FilesMessages } from "../words/messages.ts";

export const FILES_ENGLISH = {
  label: "Uploaded files",
  heading: "Uploaded files",
  columns: { name: "Name", status: "Status", size: "Size", added: "Added", actions: "Actions" },
  statuses: { PENDING: "Unfinished", COMPLETED: "Uploaded", CANCELLED: "Cancelled", EXPIRED: "Expired" },

  loading: "Loading…",
  empty: "No files yet. What you upload appears here.",
  count: (total, formats) => formats.plural(total, { one: "# file", other: "# files" }),
  range: (from, to, total, formats) => `${formats.number(from)}–${formats.number(to)} of ${formats.number(total)}`,
  previous: "Previous page",
  next: "Next page",
  refresh: "Refresh the list",

  openVisible: "Download",
  open: (name) => `Download ${name}`,
  cancel: (name) => `Cancel ${name}`,

  notSetUp: "The list of files is not set up on this page yet.",
  offline: "You are offline. The list will load as soon as you are back online.",
  busy: (duration) => `The server is busy. ${duration === null ? "Trying again now." : `Trying again in ${duration}.`}`,
  listFailed: "The files could not be loaded",
  notOpened: (name) => `${name} could not be opened`,
  notCancelled: (name) => `${name} could not be cancelled`,
  problems: {
    network: "The server cannot be reached. Check your connection and try again.",
    timeout: "The server took too long to answer. Please try again in a moment.",
    busy: "The server is very busy. Please try again in a moment.",
    server: "The server had a problem. Please try again in a moment.",
    unauthorized: "You are not signed in. Sign in and try again.",
    forbidden: "You are not allowed to see this here.",
    "not-found": "This file is no longer on the server.",
    changed: "Its status has changed. Refresh the list.",
    refused: "The server did not accept this.",
    protocol: "The list is not working on this page at the moment. Please tell the people who run this page.",
  },
  serverSaid: (words) => `The server says: “${words}”`,
  tryAgain: "Retry",
  dismiss: "Dismiss this message",
  ready: (name) => `${name} is ready, but your browser did not open a tab for it.`,
  openLink: "Open it",

  because: (title, reason) => `${title}. ${reason}`,
  announceShown: (range) => `Files: ${range}.`,
  announceCancelled: (name) => `${name} cancelled.`,
} satisfies FilesMessages;
