import type { Rejection } from "../../engine/constraints.ts";

/** A file that did not get onto the list, kept until the user dismisses it. */
export type Refusal = Rejection | Unadded;

/** Refused by no rule: it could not be read, or the code that uploads it could not be loaded. */
export interface Unadded {
  readonly code: "unreadable" | "not-loaded";
  readonly name: string;
}

export function refusedName(refusal: Refusal): string {
  return "name" in refusal ? refusal.name : refusal.file.name;
}
