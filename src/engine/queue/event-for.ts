import type { UploadSnapshot } from "../snapshot.ts";
import type { UploadChange } from "../upload/upload.ts";
import type { UploaderEvent } from "../uploader-api.ts";

/** The event that reports a change of one upload; null for a change that only the snapshot shows. */
export function eventFor(upload: UploadSnapshot, change: UploadChange, isFirstStart: boolean): UploaderEvent | null {
  switch (change.type) {
    case "moved":
    case "confirmed":
      return { type: "progressed", upload };
    case "inspected":
      return { type: "inspected", upload };
    case "start":
      return isFirstStart ? { type: "started", upload } : null;
    case "renew":
      return change.error && { type: "renewed", upload, error: change.error };
    case "wait":
      return { type: "waiting", upload, error: upload.error };
    case "completed":
      return { type: "succeeded", upload };
    case "fail":
      return { type: "failed", upload, error: change.error };
    case "pause":
      return { type: upload.uploadedBefore ? "duplicate" : "paused", upload };
    case "cancel":
      return { type: "cancelled", upload };
    default:
      return null;
  }
}
