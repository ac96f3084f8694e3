import type { UploadSnapshot } from "../../engine/snapshot.ts";

/** "Pause all" is worth a button when an upload is under way that can go on later from where it is. */
export function isWorthPausing(uploads: readonly UploadSnapshot[]): boolean {
  return uploads.some(({ canPause, resumable }) => canPause && resumable);
}

/**
 * What it pauses: everything that loses nothing by it. Those that wait their turn come first: otherwise each of them would
 * begin in the place of one that stopped.
 */
export function idsToPause(uploads: readonly UploadSnapshot[]): readonly string[] {
  const free = uploads.filter(losesNothing);
  const isQueued = ({ status }: UploadSnapshot) => status === "queued";
  return [...free.filter(isQueued), ...free.filter((one) => !isQueued(one))].map(({ id }) => id);
}

function losesNothing({ canPause, resumable, status, step }: UploadSnapshot): boolean {
  return canPause && (resumable || status === "queued" || step === "authorize");
}
