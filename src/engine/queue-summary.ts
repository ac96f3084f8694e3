import { remainingMs } from "./progress.ts";
import type { InterruptedUpload, QueueSnapshot, UploadSnapshot } from "./snapshot.ts";
import type { UploadStatus } from "./upload-state.ts";

/** The sums over a list of uploads. Pure. */
export function summarize(
  uploads: readonly UploadSnapshot[],
  interrupted: readonly InterruptedUpload[],
  idle: boolean,
): QueueSnapshot {
  const counts: Record<UploadStatus, number> = {
    queued: 0,
    active: 0,
    waiting: 0,
    paused: 0,
    failed: 0,
    succeeded: 0,
    cancelled: 0,
  };
  let totalBytes = 0;
  let sentBytes = 0;
  let speed: number | null = null;
  for (const upload of uploads) {
    counts[upload.status] += 1;
    if (upload.status === "cancelled") continue;
    totalBytes += upload.sizeBytes;
    sentBytes += upload.sentBytes;
    if (upload.bytesPerSecond !== null) speed = (speed ?? 0) + upload.bytesPerSecond;
  }
  return Object.freeze({
    uploads,
    interrupted,
    totalBytes,
    sentBytes,
    bytesPerSecond: speed,
    remainingMs: remainingMs(totalBytes - sentBytes, speed),
    counts,
    idle,
  });
}
