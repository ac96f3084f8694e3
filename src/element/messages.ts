import type { Constraints, RejectionCode } from "../engine/constraints.ts";
import type { UploadErrorCode } from "../engine/errors.ts";
import type { Formats } from "./format.ts";

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
  finishing: string;
  sentOfTotal(sent: string, total: string): string;
  timeLeft(duration: string): string;
  offline: string;
  /** `duration` is null when nobody can say how long. */
  retrying(code: UploadErrorCode | null, duration: string | null): string;
  paused: string;
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
  cancelAll: string;
  retryAll: string;
  clear: string;

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
  announceDone(uploaded: number, failed: number, formats: Formats): string;

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
  };
}
