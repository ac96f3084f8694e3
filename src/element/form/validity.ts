import type { QueueSnapshot } from "../../engine/snapshot.ts";
import type { StartMessages } from "../words/messages.ts";

/** One entry per completed file, as a `select multiple` submits; null when there is nothing to submit. */
export function formValue(name: string, ids: readonly string[]): FormData | null {
  if (!name || ids.length === 0) return null;
  const value = new FormData();
  for (const id of ids) value.append(name, id);
  return value;
}

export interface Validity {
  readonly flags: ValidityStateFlags;
  readonly message: string;
}

export interface ValidityRules {
  readonly name: string;
  readonly required: boolean;
  readonly multiple: boolean;
  /** No file is completed. */
  readonly isEmpty: boolean;
  /** Files are on their way to the list, or not uploaded yet. */
  readonly isPending: boolean;
  /** Whoever sends the form off waits for them. */
  readonly waits: boolean;
  readonly messages: StartMessages;
}

const VALID: Validity = { flags: {}, message: "" };

/** Not over yet, and not given up. */
export function hasPending({ counts }: QueueSnapshot): boolean {
  return counts.queued + counts.active + counts.waiting + counts.paused > 0;
}

/** A form that is sent while a file of its is under way would silently lose it, so that makes it invalid. */
export function validityOf(rules: ValidityRules): Validity {
  const { name, required, multiple, isEmpty, isPending, waits, messages } = rules;
  if (isPending && waits) return VALID;
  if (isPending && (name || required)) return { flags: { customError: true }, message: messages.stillUploading };
  return required && isEmpty ? { flags: { valueMissing: true }, message: messages.valueMissing(multiple) } : VALID;
}
