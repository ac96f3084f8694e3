import type { Words } from "../../ui/sentences.ts";
import type { FilesMessages } from "./messages.ts";

/** Words of every template, and the time that ages and waits are shown for. */
export interface FilesView extends Words<FilesMessages> {
  /** Epoch milliseconds. */
  readonly now: number;
}
