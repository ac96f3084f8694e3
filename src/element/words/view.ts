import type { Words } from "../../ui/sentences.ts";
import type { FirstMessages, Messages } from "./messages.ts";
import type { CaptionMessages, TranscriptMessages } from "./transcript-messages.ts";

/** Words of what is drawn before the list is loaded. */
export type StartWords = Words<FirstMessages>;

/** Words about the content of files that are loaded, which may be only those that sum up captions. */
export type LoadedTranscriptMessages = CaptionMessages & Partial<TranscriptMessages>;

/**
 * Words of the list. Those about the content of files may be loaded later than it, and those that only another piece of the
 * code uses are loaded before that is drawn.
 */
export type View = Words<
  Omit<Messages, "transcripts"> & { readonly transcripts?: LoadedTranscriptMessages | undefined }
>;

/** Words of the list, with all about the content of files. */
export type ContentView = Words<Messages>;

export function isAboutContent(view: View): view is ContentView {
  return view.messages.transcripts?.hints !== undefined;
}
