import type { UploadErrorCode } from "../../engine/errors.ts";
import type { Formats } from "../../ui/format.ts";
import type { TranscriptMessages, TranscriptOverrides } from "./transcript-messages.ts";

/*
 * Every sentence that the element shows or speaks. Each is whole: no code puts words before, behind or between, since
 * the order of words is the language's. Arguments are ready for use inside a sentence: names are isolated, sizes and
 * durations are written out. A duration may end with a full stop of its own ("5 Min."), so none ends a sentence.
 *
 * They come in groups, because they are fetched in as many pieces: first what is needed to draw.
 */

export interface Messages extends StartMessages, RestMessages {}

/** Those that come with the list. */
export interface RestMessages extends ListMessages, TroubleMessages {
  transcripts: TranscriptMessages;
}

/** As long as the others are on their way. */
export type EarlyMessages = StartMessages & Partial<RestMessages>;

/** The zone, notices, announcements and what the form says. */
export interface StartMessages {
  /** What the whole element is, for screen readers. */
  label: string;
  heading(multiple: boolean): string;
  headingMore: string;
  headingAdding: string;
  dropAccepted: string;
  dropRefused: string;
  browse(kind: "file" | "files" | "folder"): string;
  /** Opens a field for the text of a transcript. */
  pasteText: string;
  /** What "image/*" stands for, in a list of kinds of files: "PDF, VTT or image". */
  kinds: Readonly<Record<"audio" | "image" | "text" | "video", string>>;
  /** Facts below the heading, side by side: the most that one file, or each of several, may have. */
  upTo(size: string, each: boolean): string;
  /** How many files there may be, two at least. */
  atMost(count: number, formats: Formats): string;
  notSetUp: string;

  notAdded(name: string): string;
  /** Two at least. */
  manyNotAdded(count: number, formats: Formats): string;
  moreNotAdded(count: number, formats: Formats): string;
  details: string;
  dismiss: string;
  unreadable: string;
  /** The code for uploading could not be fetched. */
  notLoaded: string;

  /** What happened, without a full stop, and what is to be said about it: whole sentences, or "" for nothing. */
  because(title: string, reason: string): string;
  /** A sentence about the file of this name. */
  about(name: string, sentence: string): string;
  announceAdded(count: number, name: string, formats: Formats): string;
  announceFailed(name: string, reason: string): string;
  /** Two at least. */
  announceManyFailed(count: number, formats: Formats): string;
  offline: string;
  /** An upload that goes on where an earlier visit was cut off. */
  continued: string;
  /** An upload that does not, because the content has changed. */
  changed: string;
  /** All uploads that were paused go on. */
  announceResumed: string;
  /** The network is back. */
  announceOnline: string;
  announceDone(uploaded: number, failed: number, formats: Formats): string;

  valueMissing(multiple: boolean): string;
  stillUploading: string;
}

/** Rows, the line above them, and what an earlier visit left. */
export interface ListMessages {
  list: string;
  queued: string;
  preparing: string;
  checking: string;
  /** Everything was sent, and the server has yet to say that it has it. */
  confirming: string;
  /** Lightfield compares the digest. */
  finishing: string;
  sentOfTotal(sent: string, total: string): string;
  timeLeft(duration: string): string;
  /** The server is busy, or the connection was lost; `duration` is null when nobody can say how long. */
  retrying(cause: "busy" | "lost", duration: string | null): string;
  paused: string;
  failed: string;
  uploaded: string;
  verified: string;
  cancelled: string;
  serverSaid(words: string): string;

  progressLabel(name: string): string;
  cancel(name: string): string;
  remove(name: string): string;
  retryVisible: string;
  retry(name: string): string;
  pause(name: string): string;
  resume(name: string): string;

  /** How many of all files are uploaded. */
  summary(uploaded: number, total: number, formats: Formats): string;
  summaryFailed(count: number, formats: Formats): string;
  overall: string;
  start: string;
  pauseAll: string;
  resumeAll: string;
  cancelAll: string;
  retryAll: string;
  clear: string;
  /** Shows none but the files that failed. */
  onlyFailed: string;

  /** Above files that were uploaded before the page was left, and that the form still holds. */
  restored: string;
  /** The form was sent off, and waits for its files. */
  submitWaits: string;
  /** It waited, and then a file failed. */
  submitStopped: string;
  /** Calls the waiting off. */
  submitCancel: string;

  /** Above what an earlier visit left unfinished. */
  interrupted: string;
  /** How much of one of them need not be sent again. */
  safe(safe: string, total: string): string;
  resumeVisible: string;
  discardVisible: string;
  discard(name: string): string;
  /** How one of them goes on that the browser kept no handle for. */
  addAgain: string;
  /** The browser kept one, and it did not work. */
  notReopened: string;
}

/** Why a file was not taken or not uploaded, each with what to do about it. */
export interface TroubleMessages {
  rejections: {
    readonly empty: string;
    "too-small"(size: string): string;
    "too-large"(size: string): string;
    /** `kinds` are those that are accepted. */
    type(kinds: string): string;
    "name-too-long"(characters: number, formats: Formats): string;
    readonly "name-missing": string;
    "too-many"(count: number, formats: Formats): string;
  };
  errors: Readonly<Record<UploadErrorCode, string>>;
}

type Nested = "kinds" | "rejections" | "errors";

/** Any of them replaced by the page. */
export type MessageOverrides = Partial<Omit<Messages, Nested | "transcripts">> & {
  readonly [K in Nested]?: Partial<Messages[K]>;
} & { readonly transcripts?: TranscriptOverrides };

export function mergeMessages(base: EarlyMessages, overrides: MessageOverrides | null): EarlyMessages {
  if (!overrides) return base;
  const { kinds, rejections, errors, transcripts, ...others } = overrides;
  return {
    ...base,
    ...others,
    kinds: { ...base.kinds, ...kinds },
    ...(base.rejections && { rejections: { ...base.rejections, ...rejections } }),
    ...(base.errors && { errors: { ...base.errors, ...errors } }),
    ...(base.transcripts && {
      transcripts: {
        ...base.transcripts,
        ...transcripts,
        hints: { ...base.transcripts.hints, ...transcripts?.hints },
      },
    }),
  };
}
