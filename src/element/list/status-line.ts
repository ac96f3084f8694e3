import type { UploadSnapshot } from "../../engine/snapshot.ts";
import type { View } from "../words/view.ts";

/** Text about one upload: its status and its figures. */
export interface StatusLine {
  readonly status: string;
  readonly figures: readonly string[];
}

export function statusLine(upload: UploadSnapshot, { messages, formats }: View, nowMs: number): StatusLine {
  const size = formats.size(upload.sizeBytes);
  switch (upload.status) {
    case "queued":
      return { status: messages.queued, figures: [size] };
    case "active":
      return activeLine(upload, { messages, formats });
    case "waiting": {
      if (upload.waitReason === "offline") return { status: messages.offline, figures: [] };
      const left = upload.waitingUntil === null ? null : formats.duration(upload.waitingUntil - nowMs, true);
      const isBusy = upload.error?.code === "rate-limited" || upload.error?.code === "server";
      return { status: messages.retrying(isBusy ? "busy" : "lost", left), figures: [] };
    }
    case "paused":
      // An upload that is not resumable restarts, so no part of it is done.
      return {
        status: messages.paused,
        figures: [upload.resumable ? doneOfTotal(upload, { messages, formats }) : size],
      };
    case "failed":
      return { status: messages.failed, figures: [size] };
    case "succeeded":
      return { status: upload.md5 ? messages.verified : messages.uploaded, figures: [size] };
    case "cancelled":
      return { status: messages.cancelled, figures: [size] };
  }
}

/** Sent part of the file, 0 to 1. Soon after a pause it is the part that the server has confirmed. */
export function fractionDone({ sentBytes, sizeBytes }: UploadSnapshot): number {
  return sizeBytes > 0 ? Math.min(1, sentBytes / sizeBytes) : 0;
}

export function doneOfTotal({ sentBytes, sizeBytes }: UploadSnapshot, { messages, formats }: View): string {
  return messages.sentOfTotal(formats.size(sentBytes), formats.size(sizeBytes));
}

/** Whether all bytes were sent and the server has not confirmed them yet. */
export function isAwaitingServer({ status, step, sentBytes, sizeBytes }: UploadSnapshot): boolean {
  return status === "active" && step === "transfer" && sentBytes >= sizeBytes;
}

function activeLine(upload: UploadSnapshot, view: View): StatusLine {
  const { messages, formats } = view;
  const size = formats.size(upload.sizeBytes);
  if (upload.step === "authorize") return { status: messages.preparing, figures: [size] };
  if (upload.step === "finalize") return { status: messages.finishing ?? messages.verifying, figures: [size] };
  if (upload.verifying) return { status: messages.checking, figures: [size] };
  if (isAwaitingServer(upload)) return { status: messages.confirming ?? messages.awaitingServer, figures: [size] };
  const figures = [doneOfTotal(upload, view)];
  if (upload.bytesPerSecond !== null) figures.push(formats.speed(upload.bytesPerSecond));
  if (upload.remainingMs !== null) figures.push(messages.timeLeft(formats.duration(upload.remainingMs)));
  return { status: formats.percent(fractionDone(upload)), figures };
}
