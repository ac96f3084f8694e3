import type { Formats } from "../../ui/format.ts";
import type { FilesMessages } from "./messages.ts";
import type { WhenFormats } from "./when.ts";

/** What every template needs to find its words. */
export interface FilesView {
  readonly messages: FilesMessages;
  readonly formats: Formats;
  readonly when: WhenFormats;
  readonly now: number;
}
