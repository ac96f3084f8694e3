import type { StartMessages } from "../../words/messages.ts";

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
  notSetUp: "Uploads are not set up on this page yet. Your files stay on this list until they are.",

  notAdded: (name) => `${name} was not added`,
  manyNotAdded: (count, formats) =>
    formats.plural(count, { one: "# file was not added", other: "# files were not added" }),
  moreNotAdded: (count, formats) => formats.plural(count, { other: "and # more" }),
  details: "Show which and why",
  dismiss: "Dismiss this message",
  unreadable: "It could not be read. Check that it still exists and that you are allowed to open it.",
  notLoaded: "Part of this page could not be loaded. Check your internet connection and add the file again.",
  keptOffline: "You are offline. Your files are added as soon as you are online.",
  rejections: {
    empty: "It is empty. Check its content and add it again.",
    "too-small": (size) => `It is smaller than ${size}, the smallest size accepted here. Choose a larger file.`,
    "too-large": (size) => `It is larger than ${size}, the largest size accepted here. Choose a smaller file.`,
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
  because: (title, reason) => `${title}. ${reason}`,

  valueMissing: (multiple) => (multiple ? "Please add at least one file." : "Please add a file."),
  stillUploading: "Some files are not uploaded yet. Wait until they are, or resume the paused ones.",
} satisfies StartMessages;
