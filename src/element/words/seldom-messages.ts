import type { Formats } from "../../ui/format.ts";

/** Sentences of the list for situations that few users meet, loaded when one of them occurs. */
export interface SeldomMessages {
  /** Status of a file whose content was uploaded before; `date` as "12 March 2026". */
  already(date: string): string;
  /** Sentence about the same file, if it had the same name. */
  unchanged: string;
  /** The same, if it had another name. */
  alreadyAs(name: string): string;
  /** Announcement that `count` files, 4 or more, were uploaded before. */
  alreadyMany(count: number, formats: Formats): string;
  /** Status of a file whose upload stopped because the user's session on the site has ended. */
  signedOut: string;
  /** Button that continues the upload after the user has signed in again. */
  continueVisible: string;
  /** Status while a file is sent and the browser does not report how much of it. */
  uploading: string;
}
