import type { Upload, UploadChange } from "../upload/upload.ts";
import type { UploaderEvent } from "../uploader-api.ts";

/**
 * The event that reports a change of one upload; null for a change that only the snapshot shows. Reads the snapshot, which is
 * then created, only for an event.
 */
export function eventFor(
  source: Pick<Upload, "snapshot">,
  change: UploadChange,
  isFirstStart: boolean,
): UploaderEvent | null {
  switch (change.type) {
    case "moved":
    case "confirmed":
      return { type: "progressed", upload: source.snapshot };
    case "inspected":
      return { type: "inspected", upload: source.snapshot };
    case "start":
      return isFirstStart ? { type: "started", upload: source.snapshot } : null;
    case "renew":
      return change.error && { type: "renewed", upload: source.snapshot, error: change.error };
    case "wait":
      return { type: "waiting", upload: source.snapshot, error: change.error };
    case "completed":
      return { type: "succeeded", upload: source.snapshot };
    case "fail":
      return { type: "failed", upload: source.snapshot, error: change.error };
    case "pause":
      return { type: source.snapshot.uploadedBefore ? "duplicate" : "paused", upload: source.snapshot };
    case "cancel":
      return { type: "cancelled", upload: source.snapshot };
    default:
      return null;
  }
}
