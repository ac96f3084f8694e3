import type { Rejection } from "../../engine/queue/constraints.ts";

/** File that was not added to the list, kept until the user dismisses the notice. */
export type Refusal = Rejection | Unadded;

/** File that no rule refused: it could not be read, or the code for uploading could not be loaded. */
export interface Unadded {
  readonly code: "unreadable" | "not-loaded";
  readonly name: string;
}

export function refusedName(refusal: Refusal): string {
  return "name" in refusal ? refusal.name : refusal.file.name;
}
