import type { StartMessages } from "../../words/messages.ts";

/** What is needed to draw; the other sentences come with the list. */
export const ENGLISH = {
  label: "File upload",
  heading: (multiple) => (multiple ? "Drop files here" : "Drop a file here"),
  headingMore: "Drop more files",
  headingAdding: "Adding files…",
  dropAccepted: "Let go to add",
  dropRefused: "This cannot be added here",
  browse: (kind) => ({ file: "Choose a file", files: "Choose files", folder: "Choose a folder" })[kind],
  pasteText: "Paste text",
  kinds: { audio: "audio", image: "image", text: "text", video: "video" },
  upTo: (size, each) => `up to ${size}${each ? " each" : ""}`,
  atMost: (count, formats) => formats.plural(count, { one: "# file at most", other: "# files at most" }),
  notSetUp: "Uploads are not set up on this page yet. Your files stay on this list until they are.",

  notAdded: (name) => `${name} was not added`,
  manyNotAdded: (count, formats) =>
    formats.plural(count, { one: "# file was not added", other: "# files were not added" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "and # more" }),
  details: "Show which and why",
  dismiss: "Dismiss this message",
  unreadable: "It could not be read. Check that it still exists and that you may open it.",
  notLoaded: "A part of this page could not be loaded. Check your network and add the file again.",

  because: (title, reason) => `${title}. ${reason}`,
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
  announceDone: (uploaded, failed, formats) =>
    `${formats.plural(uploaded, { one: "# file uploaded", other: "# files uploaded" })}${failed ? formats.plural(failed, { other: ", # not uploaded" }) : ""}.`,

  valueMissing: (multiple) => (multiple ? "Please add at least one file." : "Please add a file."),
  stillUploading: "Please wait until every file is uploaded.",
} satisfies StartMessages;
