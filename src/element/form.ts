import type { QueueSnapshot } from "../engine/snapshot.ts";
import type { StartMessages } from "./messages.ts";

/** The ids under which Lightfield knows the completed files: the element's value. */
export function completedIds({ uploads }: QueueSnapshot): readonly string[] {
  return uploads.flatMap(({ status, remote }) => (status === "succeeded" && remote ? [remote.id] : []));
}

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
  readonly messages: StartMessages;
}

/** A form that is sent while a file of its is under way would silently lose it, so that makes it invalid. */
export function validityOf({ counts }: QueueSnapshot, { name, required, multiple, messages }: ValidityRules): Validity {
  const unfinished = counts.queued + counts.active + counts.waiting + counts.paused;
  if ((name || required) && unfinished > 0) return { flags: { customError: true }, message: messages.stillUploading };
  if (required && counts.succeeded === 0) {
    return { flags: { valueMissing: true }, message: messages.valueMissing(multiple) };
  }
  return { flags: {}, message: "" };
}
