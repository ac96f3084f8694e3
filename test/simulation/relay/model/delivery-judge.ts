import type { LockServer } from "./leased-locker.ts";
import type { Put, Storage } from "./storage.ts";
import type { Session, Upload } from "./uploads.ts";

export interface DeliveryJudgeParts {
  readonly storage: Storage;
  readonly locks: LockServer;
  readonly uploads: readonly Upload[];
  readonly report: (rule: string, what: string) => void;
}

/** A process may send one file so often within so much time, whatever storage says and clients ask. */
const MOST_LATELY = 12;
const LATELY_MS = 5 * 60_000;

/** Checks each PUT to storage when it starts, and each file when storage has it. */
export function judgeDeliveries({ storage, locks, uploads, report }: DeliveryJudgeParts): void {
  const sessionAt = (url: string): Session | undefined =>
    uploads.flatMap(({ sessions }) => sessions).find(({ uploadUrl }) => uploadUrl === url);

  storage.onPut = (put) => {
    const session = sessionAt(put.url);
    if (!session) return report("deliveries go where the session says", `a PUT to ${put.url}`);
    const { fileId, upload } = session;
    // A refusal was about the address of then; the next one is tried.
    const end = session.signings > 0 && session.end !== "done" ? null : session.end;
    const length = put.headers["content-length"];
    if (Number(length) !== upload.sizeBytes) report("deliveries go as the session says", `Content-Length ${length}`);
    if (session.close === "answered" && !session.isRevived) {
      report("nothing is delivered after a close", `${fileId} was sent to storage after it was closed`);
    }
    if (end !== null && !session.isRevived && locks.lostLeases === 0) {
      report("an upload that ended is not sent again", `${fileId} (${end}) was sent once more`);
    }
    const earlier = storage.putsOf(put.url);
    const other = earlier.find(({ isActive, process }) => isActive && process?.isAlive);
    if (other && locks.lostLeases === 0) {
      report("one delivery at a time", `${other.process?.name} and ${put.process?.name} deliver ${fileId}`);
    }
    // A copy that was broken off while the file arrived is followed by a delivery for the same request.
    const whole = earlier.filter(({ sentBytes }) => sentBytes >= session.upload.sizeBytes);
    if (whole.length >= session.requests || earlier.length >= 2 * session.requests) {
      report("deliveries are bounded by requests", `${fileId}: ${earlier.length + 1} deliveries`);
    }
    judgePace(put, earlier, fileId);
  };

  /** What one process remembers of its own deliveries. */
  function judgePace(put: Put, earlier: readonly Put[], fileId: string): void {
    const own = earlier.filter(({ process }) => process === put.process);
    if (own.some(({ restUntilMs }) => restUntilMs > put.startedMs)) {
      report("storage is left alone as long as it asks", `${fileId} was sent again before Retry-After`);
    }
    const lately = own.filter(({ startedMs }) => startedMs > put.startedMs - LATELY_MS);
    if (lately.length >= MOST_LATELY) {
      report("deliveries that fail become rare", `${fileId}: ${lately.length + 1} within five minutes`);
    }
  }

  storage.onStored = (url, bytes) => {
    const session = sessionAt(url);
    if (!session) return;
    session.storedMs ??= storage.timeline.nowMs;
    if (Buffer.compare(bytes, session.upload.content) !== 0) {
      report("storage gets the right bytes", `${session.fileId}: ${Buffer.from(bytes).toString("hex")}`);
    }
  };
}
