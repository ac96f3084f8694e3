import type { Constraints, RejectionCode } from "../engine/constraints.ts";
import type { UploadErrorCode } from "../engine/errors.ts";
import type { Formats } from "./format.ts";
import type { TranscriptOverrides } from "./transcript-messages.ts";

export type RejectionLimit = number | string | null;

/** Every sentence that the element shows or speaks. `name` arguments are ready for use inside a sentence. */
export interface Messages {
  /** What the whole element is, for screen readers. */
  label: string;
  heading(multiple: boolean): string;
  headingMore: string;
  headingAdding: string;
  dropAccepted: string;
  dropRefused: string;
  browse(kind: "file" | "files" | "folder"): string;
  /** Below the heading: what may be added. "" shows nothing. */
  hint(constraints: Constraints, formats: Formats): string;
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
  offline: string;
  /** `duration` is null when nobody can say how long. */
  retrying(code: UploadErrorCode | null, duration: string | null): string;
  paused: string;
  /** An upload that goes on where an earlier visit was cut off. */
  continued: string;
  /** An upload that does not, because the content has changed. */
  changed: string;
  failed: string;
  uploaded: string;
  verified: string;
  cancelled: string;
  serverSaid(words: string): string;
  notSetUp: string;

  progressLabel(name: string): string;
  cancel(name: string): string;
  remove(name: string): string;
  retryVisible: string;
  retry(name: string): string;
  pause(name: string): string;
  resume(name: string): string;

  summary(uploaded: number, total: number, formats: Formats): string;
  summaryFailed(count: number, formats: Formats): string;
  overall: string;
  start: string;
  pauseAll: string;
  resumeAll: string;
  cancelAll: string;
  retryAll: string;
  clear: string;

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

  notAdded(name: string): string;
  manyNotAdded(count: number, formats: Formats): string;
  moreNotAdded(count: number, formats: Formats): string;
  details: string;
  dismiss: string;
  unreadable: string;
  /** The code for uploading could not be fetched. */
  notLoaded: string;
  rejections: Readonly<Record<RejectionCode, (limit: RejectionLimit, formats: Formats) => string>>;
  errors: Readonly<Record<UploadErrorCode, string>>;

  announceAdded(count: number, name: string, formats: Formats): string;
  announceFailed(name: string, reason: string): string;
  announceManyFailed(count: number, formats: Formats): string;
  /** All uploads that were paused go on. */
  announceResumed: string;
  /** The network is back. */
  announceOnline: string;
  announceDone(uploaded: number, failed: number, formats: Formats): string;

  /** Words for transcripts that differ from the English ones, which come with the list. Another language gives them all. */
  transcripts: TranscriptOverrides;

  valueMissing(multiple: boolean): string;
  stillUploading: string;
}

/** Any of them replaced by the page. */
export type MessageOverrides = Partial<Omit<Messages, "rejections" | "errors">> & {
  readonly rejections?: Partial<Messages["rejections"]>;
  readonly errors?: Partial<Messages["errors"]>;
};

export function mergeMessages(base: Messages, overrides: MessageOverrides | null): Messages {
  if (!overrides) return base;
  return {
    ...base,
    ...overrides,
    rejections: { ...base.rejections, ...overrides.rejections },
    errors: { ...base.errors, ...overrides.errors },
    transcripts: {
      ...base.transcripts,
      ...overrides.transcripts,
      hints: { ...base.transcripts.hints, ...overrides.transcripts?.hints },
    },
  };
}
