import type { UploadSnapshot } from "../../engine/snapshot.ts";

/** Whether "Pause all" is offered: only if a running upload can be resumed later without losing sent bytes. */
export function isWorthPausing(uploads: readonly UploadSnapshot[]): boolean {
  return uploads.some(({ canPause, resumable }) => canPause && resumable);
}

/**
 * Ids of the uploads that "Pause all" pauses: those that lose no sent bytes. Queued uploads come first: otherwise each
 * would start when a running one is paused.
 */
export function idsToPause(uploads: readonly UploadSnapshot[]): readonly string[] {
  const free = uploads.filter(losesNothing);
  const isQueued = ({ status }: UploadSnapshot) => status === "queued";
  return [...free.filter(isQueued), ...free.filter((one) => !isQueued(one))].map(({ id }) => id);
}

function losesNothing({ canPause, resumable, status, step }: UploadSnapshot): boolean {
  return canPause && (resumable || status === "queued" || step === "authorize");
}
