import type { FileStatus } from "../../engine/ports.ts";
import type { Formats } from "../../ui/format.ts";
import type { FilesProblem } from "../notices/problems.ts";

/**
 * Every sentence that the element shows or speaks, each of them whole. Arguments are ready for use inside a sentence: names
 * are isolated. A duration may end with a full stop of its own ("5 Min."), so none ends a sentence.
 */
export interface FilesMessages {
  /** What the whole element is, and what its table holds, for screen readers. */
  label: string;
  heading: string;
  columns: Readonly<Record<"name" | "status" | "size" | "added" | "actions", string>>;
  statuses: Readonly<Record<FileStatus, string>>;

  loading: string;
  empty: string;
  /** All of them are on the page that is shown. */
  count(total: number, formats: Formats): string;
  range(from: number, to: number, total: number, formats: Formats): string;
  previous: string;
  next: string;
  refresh: string;

  openVisible: string;
  open(name: string): string;
  cancel(name: string): string;

  notSetUp: string;
  offline: string;
  /** `duration` is null when the wait is over any moment. */
  busy(duration: string | null): string;
  listFailed: string;
  notOpened(name: string): string;
  notCancelled(name: string): string;
  problems: Readonly<Record<FilesProblem, string>>;
  serverSaid(words: string): string;
  tryAgain: string;
  dismiss: string;
  /** The browser let no tab be opened: a link follows. */
  ready(name: string): string;
  openLink: string;

  /** What happened, without a full stop, and what is to be said about it. */
  because(title: string, reason: string): string;
  announceShown(range: string): string;
  announceCancelled(name: string): string;
}

/** Any of them replaced by the page. */
export type FilesMessageOverrides = Partial<Omit<FilesMessages, Nested>> & {
  readonly [K in Nested]?: Partial<FilesMessages[K]>;
};

type Nested = "columns" | "statuses" | "problems";

export function mergeFilesMessages(base: FilesMessages, overrides: FilesMessageOverrides | null): FilesMessages {
  if (!overrides) return base;
  return {
    ...base,
    ...overrides,
    columns: { ...base.columns, ...overrides.columns },
    statuses: { ...base.statuses, ...overrides.statuses },
    problems: { ...base.problems, ...overrides.problems },
  };
}
