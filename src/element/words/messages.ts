import type { SentenceCode } from "../../engine/sentence-code.ts";
import type { Formats } from "../../ui/format.ts";
import type { Overrides } from "../../ui/merge-messages.ts";
import type { IntakeMessages } from "./intake-messages.ts";
import type { MeetingMessages } from "./meeting-messages.ts";
import type { SeldomMessages } from "./seldom-messages.ts";
import type { TranscriptMessages } from "./transcript-messages.ts";

/*
 * Every sentence that the element shows or speaks. Each sentence is whole: no code adds words before, after or between,
 * because each language has its own word order. Arguments are ready for use inside a sentence: names are isolated from the
 * text direction around them, sizes and durations are formatted. A duration may end with a full stop ("5 Min."), so no
 * sentence ends with one.
 *
 * The sentences are loaded in groups: FirstMessages with the first script, RestMessages together with the list; in English, some
 * of these come with the code that draws them.
 */

export interface Messages extends FirstMessages, RestMessages {}

/** Sentences that are one now, `finishing`. A page can still give each its own words. */
interface FormerNames {
  /** Status while the digest of the file is computed, after all bytes were sent. */
  checking?: string;
  /** Status after all bytes were sent and before the server has confirmed them. */
  awaitingServer?: string;
  /** @deprecated Use `awaitingServer`. */
  confirming?: string;
  /** Status while Lightfield verifies the MD5. */
  verifying?: string;
}

/** Sentences that only the code of the list uses, and that are loaded with it. */
export interface RestMessages extends ListMessages, OutcomeMessages, RefusalMessages {
  intake: IntakeMessages;
  transcripts: TranscriptMessages;
}

/** English sentences that come with the list. The others come with the code that draws what they are about. */
export type EarlyMessages = Omit<RestMessages, "transcripts" | keyof SeveralMessages | keyof BesideMessages>;
/** The part of them that is about the list. */
export type EarlyListMessages = Omit<ListMessages, keyof SeveralMessages | keyof BesideMessages>;

/** First piece of every language but English, whose sentences about refusals come with the list. */
export interface StartMessages extends FirstMessages, RefusalMessages {}

/** Sentences of the drop zone, of form validation, and of what could not be loaded: English has them in the first script. */
export interface FirstMessages {
  /** Name of the whole element, for screen readers. */
  label: string;
  heading(multiple: boolean): string;
  /** Heading where only transcripts of meetings are wanted. */
  headingTranscript: string;
  headingMore: string;
  headingAdding: string;
  dropAccepted: string;
  dropRefused: string;
  browse(kind: "file" | "files" | "folder"): string;
  /** Button that opens a field for the text of a transcript. */
  pasteText: string;
  /** Words for "image/*" and the like, inside a list of kinds of files: "PDF, VTT or image". */
  kinds: Readonly<Record<"audio" | "image" | "text" | "video", string>>;
  /** Fact below the heading: the largest size of the one file, or of `each` of several. */
  upTo(size: string, each: boolean): string;
  /** Fact below the heading: the largest number of files, 2 or more. */
  atMost(count: number, formats: Formats): string;

  notAdded(name: string): string;
  dismiss: string;
  /** Reason that the code for uploading could not be loaded. */
  notLoaded: string;
  /** Message that files were added without a network and before the code for uploading was loaded. */
  keptOffline: string;
  /** `title` says what happened, without a full stop; `reason` is whole sentences about it, or "" for none. */
  because(title: string, reason: string): string;

  valueMissing(multiple: boolean): string;
  stillUploading: string;
}

/** Sentences about files that were not added, and about files that wait for an endpoint. */
export interface RefusalMessages {
  notSetUp: string;
  /** `count` is 2 or more. */
  manyNotAdded(count: number, formats: Formats): string;
  moreNotAdded(count: number, formats: Formats): string;
  details: string;
  unreadable: string;
  /** Reasons why a file was refused, each with what the user can do about it. */
  rejections: {
    readonly empty: string;
    "too-small"(size: string): string;
    "too-large"(size: string): string;
    /** `kinds` are the accepted ones. */
    type(kinds: string): string;
    "name-too-long"(characters: number, formats: Formats): string;
    readonly "name-missing": string;
    "too-many"(count: number, formats: Formats): string;
  };
}

/** Sentences of the rows, the line above them, and the sections for earlier visits and forms. */
export interface ListMessages extends FormerNames, SeveralMessages, BesideMessages {
  list: string;
  queued: string;
  /** Status of a file that is sent only when the user says so, because its content looks wrong. */
  held: string;
  /** Status before the first byte is sent, while the server creates the upload. */
  preparing: string;
  /** Status after the last byte was sent, until Lightfield has the file and has checked it. */
  finishing: string;
  sentOfTotal(sent: string, total: string): string;
  timeLeft(duration: string): string;
  /** Status and fact while no byte has moved for some seconds. */
  stalled: string;
  /**
   * Status while a retry waits: the server was "busy" or had a "problem", or the connection was "lost". `duration` is null
   * when it is not known.
   */
  retrying(cause: "busy" | "problem" | "lost", duration: string | null): string;
  paused: string;
  failed: string;
  uploaded: string;
  /** Status of a completed file whose content looks wrong. */
  pleaseCheck: string;
  verified: string;
  cancelled: string;
  serverSaid(words: string): string;

  progressLabel(name: string): string;
  cancel(name: string): string;
  remove(name: string): string;
  /** Message that a file was removed from the list; `isUploaded` if Lightfield keeps it. */
  removed(name: string, isUploaded: boolean): string;
  removedMany(count: number, formats: Formats): string;
  /** Button that returns what was removed to the list. */
  undo: string;
  retryVisible: string;
  retry(name: string): string;
  /** Button that uploads a cancelled file after all. */
  againVisible: string;
  /** Button that opens the picker for a file in place of this one. */
  anotherVisible: string;
  pause(name: string): string;
  resume(name: string): string;

  /** Number of uploaded files, of all files. */
  summary(uploaded: number, total: number, formats: Formats): string;
  /** Button that uploads a file although its content looks wrong. */
  sendVisible: string;

  /** Message after the form was submitted, while it waits for its files. */
  submitWaits: string;
  /** Message that the form was not submitted, because a file failed while it waited. */
  submitStopped: string;
  /** Button that cancels the submission of a waiting form. */
  submitCancel: string;
}

/** Sentences of the line above several files. */
export interface SeveralMessages {
  summaryFailed(count: number, formats: Formats): string;
  /** Number of files whose content looks wrong. */
  summaryToCheck(count: number, formats: Formats): string;
  overall: string;
  start: string;
  pauseAll: string;
  resumeAll: string;
  cancelAll: string;
  retryAll: string;
  clear: string;
  /** Button that filters the list down to the failed files. */
  onlyFailed: string;
}

/** Sentences of the sections for earlier visits. */
export interface BesideMessages {
  /** Heading above files that were uploaded before the user left the page and that the form still holds. */
  restored: string;
  /** Heading above uploads that an earlier visit left unfinished. */
  interrupted: string;
  /** Part of an interrupted upload that is stored and need not be sent again. */
  safe(safe: string, total: string): string;
  resumeVisible: string;
  discardVisible: string;
  discard(name: string): string;
  /** Instruction to resume an interrupted upload for which the browser kept no file handle. */
  addAgain: string;
  /** Button that opens the picker to resume an interrupted upload. */
  chooseVisible: string;
  /** Message that the browser kept a file handle, but could not open the file. */
  notReopened: string;
}

/** Sentences about what happened to uploads: the reasons of failures, and what is announced to screen readers. */
export interface OutcomeMessages {
  /** Reasons why an upload failed, each with what the user can do about it. */
  errors: Readonly<Record<SentenceCode, string>>;

  /** A sentence about the file of this name. */
  about(name: string, sentence: string): string;
  announceAdded(count: number, name: string, formats: Formats): string;
  announceFailed(name: string, reason: string): string;
  /** `count` is 2 or more. */
  announceManyFailed(count: number, formats: Formats): string;
  offline: string;
  /** Announcement that an upload resumes where an earlier visit was cut off. */
  continued: string;
  /** Announcement that an upload restarts, because the file has changed since an earlier visit. */
  changed: string;
  /** Announcement that all paused uploads were resumed. */
  announceResumed: string;
  /** Announcement that the network is back. */
  announceOnline: string;
  /** Announcement in the middle of a long upload. */
  announceHalf: string;
  /** Announcement that the user closed a message. */
  announceDismissed: string;
  announceDone(uploaded: number, failed: number, formats: Formats): string;
}

/** Sentences of the page that replace built-in ones. */
export type MessageOverrides = Overrides<Messages & { meeting: MeetingMessages; seldom: SeldomMessages }>;
