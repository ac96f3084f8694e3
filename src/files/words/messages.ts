import type { FileStatus } from "../../engine/ports.ts";
import type { Formats } from "../../ui/format.ts";
import type { Overrides } from "../../ui/merge-messages.ts";
import type { FilesProblem } from "../notices/problems.ts";
import type { SearchMessages } from "../search/messages.ts";

/**
 * Every sentence that the element shows or speaks, each of them whole. Arguments are ready for use inside a sentence: names
 * are isolated from the text direction around them. A duration may end with a full stop ("5 Min."), so no sentence ends
 * with one.
 */
export interface FilesMessages {
  /** Name of the element and of its table, for screen readers. */
  label: string;
  heading: string;
  columns: Readonly<Record<"name" | "status" | "size" | "added" | "actions", string>>;
  statuses: Readonly<Record<FileStatus, string>>;

  loading: string;
  empty: string;
  /** All files are on the shown page. */
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
  /** `duration` is null when the wait is about to end. */
  busy(duration: string | null): string;
  listFailed: string;
  notOpened(name: string): string;
  notCancelled(name: string): string;
  problems: Readonly<Record<FilesProblem, string>>;
  serverSaid(words: string): string;
  tryAgain: string;
  dismiss: string;
  /** The browser blocked the tab; a link to the file follows. */
  ready(name: string): string;
  openLink: string;

  /** `title` says what happened, without a full stop; `reason` is whole sentences about it. */
  because(title: string, reason: string): string;
  announceShown(range: string): string;
  announceCancelled(name: string): string;
}

/** Sentences of the page that replace built-in ones. */
export type FilesMessageOverrides = Overrides<FilesMessages & { search: SearchMessages }>;
