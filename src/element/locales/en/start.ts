import type { FirstMessages } from "../../words/messages.ts";

/** English sentences of the first script; the others come with the list. */
export const ENGLISH = {
  label: "File upload",
  heading: (multiple) => (multiple ? "Drop files here" : "Drop a file here"),
  headingTranscript: "Add a transcript",
  headingMore: "Drop more files",
  headingAdding: "Adding files…",
  dropAccepted: "Release to add",
  dropRefused: "This cannot be added here",
  browse: (kind) => ({ file: "Choose a file", files: "Choose files", folder: "Choose a folder" })[kind],
  pasteText: "Paste text",
  kinds: { audio: "audio", image: "image", text: "text", video: "video" },
  upTo: (size, each) => `up to ${size}${each ? " each" : ""}`,
  atMost: (count, formats) => formats.plural(count, { one: "# file at most", other: "# files at most" }),

  notAdded: (name) => `${name} was not added`,
  dismiss: "Dismiss this message",
  notLoaded:
    "Part of this page could not be loaded. Check your internet connection and add the file again. If that does not help, reload the page.",
  keptOffline: "You are offline. Your files are added as soon as you are online.",
  because: (title, reason) => `${title}. ${reason}`,

  valueMissing: (multiple) => (multiple ? "Please add at least one file." : "Please add a file."),
  stillUploading: "Some files are not uploaded yet. Wait until they are, or resume the paused ones.",
} satisfies FirstMessages;
