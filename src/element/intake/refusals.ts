import type { Rejection } from "../../engine/queue/constraints.ts";
import type { FileEntry } from "../../engine/uploader-api.ts";
import type { LeftOut } from "../../load-uploader.ts";

/** File that was not added to the list, kept until the user dismisses the notice or the file is added after all. */
export type Refusal = Rejection | Unadded;

/** What no rule refused, but was not added for another reason. */
export interface Unadded {
  /**
   * Besides the codes of what was found and left out:
   * - `not-loaded`: the code for uploading could not be loaded
   * - `no-files`: a drop that brought no file, for example of a mail
   * - `system-file`: a file that a system or a program created, which the user may add anyway
   */
  readonly code: LeftOut["code"] | "no-files" | "system-file";
  /** Path of the file or folder; "" when it has none. */
  readonly name: string;
  /** File that the user may add anyway. */
  readonly entry?: FileEntry;
}

export function refusedName(refusal: Refusal): string {
  return "name" in refusal ? refusal.name : refusal.file.name;
}
