import type { FileEntry } from "../file-entry.ts";
import type { Transports } from "../ports.ts";
import { isResumable } from "../session/transfer-kinds.ts";
import type { UploadSnapshot } from "../snapshot.ts";
import type { SentProgress } from "./sent-progress.ts";
import { remainingMs } from "./speed-meter.ts";
import { confirmedOf, isCompleting, isLive, isSettled, sessionOf, type UploadState } from "./upload-state.ts";

/** State of an upload that a snapshot is created from. */
export interface SnapshotSource
  extends Pick<UploadSnapshot, "id" | "origin" | "inspection" | "mimeType" | "uploadedBefore"> {
  readonly entry: FileEntry;
  readonly state: UploadState;
  readonly progress: SentProgress;
  /** Whether the upload starts without a command when a place is free. */
  readonly isDue: boolean;
}

/** The public view of an upload at the time `now`, in epoch milliseconds. */
export function takeSnapshot(upload: SnapshotSource, transports: Transports, now: number): UploadSnapshot {
  const { state, entry, progress } = upload;
  const { file } = entry;
  const session = sessionOf(state);
  const step = isLive(state) ? state.step : null;
  const succeeded = state.status === "succeeded" ? state : null;
  const waiting = state.status === "waiting" ? state : null;
  const shownBytes = succeeded || step?.kind === "finalize" ? file.size : progress.sentBytes;
  const sends = state.status === "active" && step?.kind === "transfer";
  const isMeasured = !sends || progress.isMeasured;
  const bytesPerSecond = sends && isMeasured ? progress.speed.bytesPerSecond(now) : null;
  return Object.freeze({
    id: upload.id,
    file,
    name: succeeded?.file.filename ?? session?.filename ?? file.name,
    folder: entry.folder ?? "",
    mimeType: upload.mimeType,
    sizeBytes: file.size,
    status: state.status,
    step: step?.kind ?? null,
    verifying: progress.verifying || (state.status === "active" && step?.kind === "finalize"),
    sentBytes: shownBytes,
    isMeasured,
    confirmedBytes: confirmedOf(state, file.size),
    bytesPerSecond,
    remainingMs: remainingMs(file.size - shownBytes, bytesPerSecond),
    resumable: session !== null && isResumable(transports, session.transfer),
    origin: upload.origin,
    inspection: upload.inspection,
    uploadedBefore: upload.uploadedBefore,
    waitReason: waiting?.reason ?? null,
    waitingUntil: waiting?.until ?? null,
    error: state.status === "failed" || state.status === "waiting" ? state.error : null,
    remote: succeeded?.file ?? null,
    md5: succeeded?.md5 ?? null,
    canPause: canPause(upload),
    canResume: state.status === "paused",
    canRetry: state.status === "failed",
    canCancel: !isSettled(state) && !isCompleting(state),
    canRemove: isSettled(state),
  });
}

export function canPause({ state, isDue }: SnapshotSource): boolean {
  // An upload that waits for a command to start has nothing to pause.
  if (state.status === "queued") return isDue;
  return (state.status === "active" && !isCompleting(state)) || state.status === "waiting";
}
