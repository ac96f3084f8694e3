import type { UploadSnapshot } from "../../engine/snapshot.ts";
import { retryWords } from "../words/failure-reason.ts";
import type { View } from "../words/view.ts";
import { isDoubtful, isHeld } from "./inspection.ts";

/** Fact about one upload. A narrow row has no room for speeds, and shows the time left in place of the sent bytes. */
export interface Figure {
  readonly words: string;
  readonly kind?: "sent" | "speed" | "left";
}

/** Text about one upload: its status and its figures. */
export interface StatusLine {
  readonly status: string;
  readonly figures: readonly Figure[];
}

export interface StatusView extends View {
  readonly nowMs: number;
  /** Time left in words, for the only file of a list; null for several files, whose summary shows it. */
  readonly timeLeft: string | null;
  /** Whether it is the only file of the list. */
  readonly isOnly: boolean;
}

export function statusLine(upload: UploadSnapshot, view: StatusView): StatusLine {
  const { messages, formats, nowMs } = view;
  const size = { words: formats.size(upload.sizeBytes) };
  switch (upload.status) {
    case "queued":
      return { status: messages.queued, figures: [size] };
    case "active":
      return activeLine(upload, view);
    case "waiting": {
      if (upload.waitReason === "offline") return { status: messages.offline, figures: [] };
      const left = upload.waitingUntil === null ? null : formats.duration(upload.waitingUntil - nowMs, true);
      return { status: retryWords(upload.error, left, { messages, formats }), figures: [] };
    }
    case "paused":
      if (isHeld(upload)) return { status: messages.held, figures: [size] };
      // An upload that is not resumable restarts, so no part of it is done.
      return {
        status: messages.paused,
        figures: [upload.resumable ? { words: doneOfTotal(upload, view) } : size],
      };
    case "failed":
      return { status: messages.failed, figures: [size] };
    case "succeeded":
      if (isDoubtful(upload)) return { status: messages.pleaseCheck, figures: [size] };
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

/** Whether no byte has moved for some seconds although some are to be sent. */
export function isStalled({ status, step, verifying, bytesPerSecond }: UploadSnapshot): boolean {
  return status === "active" && step === "transfer" && !verifying && bytesPerSecond === 0;
}

function activeLine(upload: UploadSnapshot, view: StatusView): StatusLine {
  const { messages, formats } = view;
  const size = { words: formats.size(upload.sizeBytes) };
  if (upload.step === "authorize") return { status: messages.preparing, figures: [size] };
  if (upload.step === "finalize") return { status: messages.verifying ?? messages.finishing, figures: [size] };
  if (upload.verifying) return { status: messages.checking ?? messages.finishing, figures: [size] };
  if (isAwaitingServer(upload)) {
    return { status: messages.awaitingServer ?? messages.confirming ?? messages.finishing, figures: [size] };
  }
  if (isStalled(upload))
    return { status: messages.stalled, figures: [{ words: formats.percent(fractionDone(upload)) }] };
  const figures: Figure[] = [{ words: doneOfTotal(upload, view), kind: "sent" }];
  if (view.isOnly && upload.bytesPerSecond !== null) {
    figures.push({ words: formats.speed(upload.bytesPerSecond), kind: "speed" });
  }
  if (view.timeLeft !== null) figures.push({ words: view.timeLeft, kind: "left" });
  return { status: formats.percent(fractionDone(upload)), figures };
}
