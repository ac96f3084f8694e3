import type { Words } from "../../ui/sentences.ts";
import type { FirstMessages, Messages } from "./messages.ts";
import type { TranscriptMessages } from "./transcript-messages.ts";

/** Words of what is drawn before the list is loaded. */
export type StartWords = Words<FirstMessages>;

/**
 * Words of the list. Those about the content of files may be loaded later than it, and those that only another piece of the
 * code uses are loaded before that is drawn.
 */
export type View = Words<Omit<Messages, "transcripts"> & { readonly transcripts?: TranscriptMessages | undefined }>;

/** Words of the list, with those about the content of files. */
export type ContentView = Words<Messages>;

export function isAboutContent(view: View): view is ContentView {
  return view.messages.transcripts !== undefined;
}
