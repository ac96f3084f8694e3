import type { InterruptedUpload, QueueSnapshot, UploadSnapshot } from "../snapshot.ts";
import type { Upload } from "../upload/upload.ts";
import { placeOf, type UploadStatus } from "../upload/upload-state.ts";
import { QueueSpeed } from "./queue-speed.ts";

/**
 * Maximum number of uploads that wait for their completion, or for a retry of it, without occupying a place. Their
 * bytes have arrived, so the next files can be sent meanwhile. The limit prevents sending every file of a long list to
 * an endpoint that completes none.
 */
const FINALIZING_BESIDE = 24;

/** Largest number of removed uploads that can be returned to the list. */
const MOST_REMOVED = 1000;

/** An upload as it was last counted. */
interface Counted {
  readonly upload: Upload;
  status: UploadStatus;
  place: ReturnType<typeof placeOf>;
  sentBytes: number;
  /** Bytes that will still be sent without a command. */
  leftBytes: number;
  /** Bytes that had left the browser when it was last counted. */
  movedBytes: number;
  /** Index of the upload among the rows. */
  row: number;
}

/**
 * All uploads in the order in which they were added, with their sums. A change of one costs the same whether there are
 * ten or ten thousand; the rows are only rewritten when uploads are removed, once for each snapshot.
 */
export class UploadList {
  readonly #all = new Map<string, Counted>();
  /** Removed uploads, with the index that each had in the last snapshot, oldest first. */
  readonly #removed = new Map<string, { readonly upload: Upload; readonly index: number }>();
  /** Uploads whose snapshots are outdated. */
  readonly #changed = new Set<Counted>();
  readonly #counts: Record<UploadStatus, number> = {
    queued: 0,
    active: 0,
    waiting: 0,
    paused: 0,
    failed: 0,
    succeeded: 0,
    cancelled: 0,
  };
  /** Uploads that are active or wait. */
  readonly #running = new Set<Upload>();
  /** Uploads that are sending bytes. */
  readonly #sending = new Set<Counted>();
  readonly #speed = new QueueSpeed();
  /** Snapshots of all uploads; null when outdated. */
  #rows: readonly UploadSnapshot[] | null = [];
  readonly #taken = { transfer: 0, finalize: 0 };
  #totalBytes = 0;
  #sentBytes = 0;
  #leftBytes = 0;
  #movedBytes = 0;

  get(id: string): Upload | undefined {
    return this.#all.get(id)?.upload;
  }

  /** A copy, because uploads may be added and removed while it is iterated. */
  all(): Upload[] {
    return Array.from(this.#all.values(), ({ upload }) => upload);
  }

  get running(): number {
    return this.#counts.active + this.#counts.waiting;
  }

  /**
   * Whether an upload under way may be of the same content. Its end is awaited, because only then it is known whether the
   * user has to be asked about the other one.
   */
  hasTwin(upload: Upload): boolean {
    return [...this.#running].some((other) => upload.mayRepeat(other));
  }

  /** Number of uploads that count towards `max-concurrent-uploads`. */
  get places(): number {
    return this.#taken.transfer + Math.max(0, this.#taken.finalize - FINALIZING_BESIDE);
  }

  /** A cancelled file no longer counts against `max-files`. */
  get held(): number {
    return this.#all.size - this.#counts.cancelled;
  }

  add(upload: Upload): void {
    const { status } = upload.state;
    const counted: Counted = {
      upload,
      status,
      place: null,
      sentBytes: 0,
      leftBytes: 0,
      movedBytes: 0,
      row: this.#all.size,
    };
    this.#all.set(upload.id, counted);
    // A resumed upload has confirmed bytes from the start.
    this.#changed.add(counted);
    this.#count(upload, status, 1);
  }

  delete(upload: Upload): void {
    const counted = this.#all.get(upload.id);
    if (!counted) return;
    this.#remember(counted);
    this.#all.delete(upload.id);
    this.#changed.delete(counted);
    this.#count(upload, counted.status, -1);
    this.#move(counted, null);
    this.#sentBytes -= counted.sentBytes;
    this.#leftBytes -= counted.leftBytes;
    this.#sending.delete(counted);
    this.#rows = null;
  }

  removed(id: string): Upload | undefined {
    return this.#removed.get(id)?.upload;
  }

  /** Returns a removed upload to the place that it had. */
  restore(id: string): void {
    const removed = this.#removed.get(id);
    if (!removed) return;
    this.#removed.delete(id);
    const behind = [...this.#all].slice(removed.index);
    for (const [other] of behind) this.#all.delete(other);
    this.add(removed.upload);
    for (const [other, counted] of behind) this.#all.set(other, counted);
    this.#rows = null;
  }

  /** Frees the removed uploads. */
  dispose(): void {
    this.#removed.clear();
  }

  /** Updates the sums for an upload that has changed. */
  note(upload: Upload): void {
    const counted = this.#all.get(upload.id);
    if (!counted) return;
    this.#changed.add(counted);
    this.#move(counted, placeOf(upload.state));
    const { status } = upload.state;
    if (status === counted.status) return;
    this.#count(upload, counted.status, -1);
    this.#count(upload, status, 1);
    counted.status = status;
  }

  /** @param now in epoch milliseconds */
  snapshot(interrupted: readonly InterruptedUpload[], idle: boolean, now: number): QueueSnapshot {
    const uploads = this.#draw();
    this.#speed.record(this.#movedBytes, this.#sending.size, now);
    const stands = this.#standsStill();
    const bytesPerSecond = stands ? 0 : this.#speed.bytesPerSecond(now);
    return Object.freeze({
      uploads,
      interrupted,
      totalBytes: this.#totalBytes,
      sentBytes: this.#sentBytes,
      bytesPerSecond,
      remainingMs: stands ? null : this.#speed.remainingMs(this.#leftBytes, now),
      counts: { ...this.#counts },
      idle,
    });
  }

  #draw(): readonly UploadSnapshot[] {
    if (!this.#rows) {
      const rows: UploadSnapshot[] = [];
      for (const counted of this.#all.values()) {
        counted.row = rows.length;
        rows.push(counted.upload.snapshot);
      }
      this.#rows = rows;
    } else if (this.#changed.size > 0) {
      const rows = [...this.#rows];
      for (const { row, upload } of this.#changed) rows[row] = upload.snapshot;
      this.#rows = rows;
    }
    for (const counted of this.#changed) {
      const { snapshot, progress } = counted.upload;
      const counts = snapshot.status === "cancelled" ? 0 : snapshot.sentBytes;
      this.#sentBytes += counts - counted.sentBytes;
      counted.sentBytes = counts;
      const left = willMove(snapshot) ? snapshot.sizeBytes - snapshot.sentBytes : 0;
      this.#leftBytes += left - counted.leftBytes;
      counted.leftBytes = left;
      this.#movedBytes += progress.movedBytes - counted.movedBytes;
      counted.movedBytes = progress.movedBytes;
      if (isSending(snapshot)) this.#sending.add(counted);
      else this.#sending.delete(counted);
    }
    this.#changed.clear();
    return this.#rows;
  }

  /** Whether every upload that sends says so of itself: each knows when its last byte left, the queue only when it looked. */
  #standsStill(): boolean {
    return this.#sending.size > 0 && [...this.#sending].every(({ upload }) => upload.snapshot.bytesPerSecond === 0);
  }

  #remember({ upload, row }: Counted): void {
    this.#removed.set(upload.id, { upload, index: row });
    const [oldest] = this.#removed.keys();
    if (this.#removed.size > MOST_REMOVED && oldest !== undefined) this.#removed.delete(oldest);
  }

  #move(counted: Counted, place: Counted["place"]): void {
    if (counted.place) this.#taken[counted.place] -= 1;
    if (place) {
      this.#taken[place] += 1;
      this.#running.add(counted.upload);
    } else this.#running.delete(counted.upload);
    counted.place = place;
  }

  #count({ entry }: Upload, status: UploadStatus, by: 1 | -1): void {
    this.#counts[status] += by;
    if (status !== "cancelled") this.#totalBytes += by * entry.file.size;
  }
}

/** Whether the rest of the file is sent without a command. */
function willMove({ status, canPause }: UploadSnapshot): boolean {
  // A queued upload that can be paused starts by itself.
  return status === "active" || status === "waiting" || (status === "queued" && canPause);
}

/** Whether bytes of the file have begun to leave the browser and some have not, as far as the browser reports it. */
function isSending({ status, step, verifying, isMeasured, sentBytes, sizeBytes }: UploadSnapshot): boolean {
  const isMoving = status === "active" && step === "transfer" && !verifying && isMeasured;
  return isMoving && sentBytes > 0 && sentBytes < sizeBytes;
}
