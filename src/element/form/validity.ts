import type { QueueSnapshot } from "../../engine/snapshot.ts";
import type { FirstMessages } from "../words/messages.ts";

/** One entry for each completed file, as a `select multiple` submits them; null when there is nothing to submit. */
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
  /** Whether no file is completed. */
  readonly isEmpty: boolean;
  /** Whether files are being added or are not uploaded yet. */
  readonly isPending: boolean;
  /** Whether a submitted form waits for pending files. */
  readonly isWaiting: boolean;
  readonly messages: FirstMessages;
}

const VALID: Validity = { flags: {}, message: "" };

/** Whether an upload has not ended yet. */
export function hasPending({ counts }: QueueSnapshot): boolean {
  return counts.queued + counts.active + counts.waiting + counts.paused > 0;
}

/** Pending uploads make the form invalid: if it were submitted now, their files would be missing without notice. */
export function validityOf(rules: ValidityRules): Validity {
  const { name, required, multiple, isEmpty, isPending, isWaiting, messages } = rules;
  if (isPending && isWaiting) return VALID;
  if (isPending && (name || required)) return { flags: { customError: true }, message: messages.stillUploading };
  return required && isEmpty ? { flags: { valueMissing: true }, message: messages.valueMissing(multiple) } : VALID;
}
