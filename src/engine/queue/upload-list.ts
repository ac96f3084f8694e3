import type { InterruptedUpload, QueueSnapshot, UploadSnapshot } from "../snapshot.ts";
import { remainingMs } from "../upload/speed-meter.ts";
import type { Upload } from "../upload/upload.ts";
import { placeOf, type UploadStatus } from "../upload/upload-state.ts";

/**
 * Maximum number of uploads that wait for their completion, or for a retry of it, without occupying a place. Their
 * bytes have arrived, so the next files can be sent meanwhile. The limit prevents sending every file of a long list to
 * an endpoint that completes none.
 */
const FINALIZING_BESIDE = 24;

/** An upload as it was last counted. */
interface Counted {
  readonly upload: Upload;
  status: UploadStatus;
  place: ReturnType<typeof placeOf>;
  sentBytes: number;
  /** Index of the upload among the rows. */
  row: number;
}

/**
 * All uploads in the order in which they were added, with their sums. A change of one costs the same whether there are
 * ten or ten thousand; the rows are only rewritten when uploads are added or removed, once for each snapshot.
 */
export class UploadList {
  readonly #all = new Map<string, Counted>();
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
  /** Uploads that are sending bytes. */
  #moving = new Set<Counted>();
  /** Snapshots of all uploads; null when outdated. */
  #rows: readonly UploadSnapshot[] | null = [];
  readonly #taken = { transfer: 0, finalize: 0 };
  #totalBytes = 0;
  #sentBytes = 0;

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
    const counted: Counted = { upload, status, place: null, sentBytes: 0, row: -1 };
    this.#all.set(upload.id, counted);
    // A resumed upload has confirmed bytes from the start.
    this.#changed.add(counted);
    this.#count(upload, status, 1);
    this.#rows = null;
  }

  delete(upload: Upload): void {
    const counted = this.#all.get(upload.id);
    if (!counted) return;
    this.#all.delete(upload.id);
    this.#changed.delete(counted);
    this.#count(upload, counted.status, -1);
    this.#move(counted, null);
    this.#sentBytes -= counted.sentBytes;
    this.#rows = null;
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

  snapshot(interrupted: readonly InterruptedUpload[], idle: boolean): QueueSnapshot {
    const uploads = this.#draw();
    const bytesPerSecond = this.#speed(uploads);
    return Object.freeze({
      uploads,
      interrupted,
      totalBytes: this.#totalBytes,
      sentBytes: this.#sentBytes,
      bytesPerSecond,
      remainingMs: remainingMs(this.#totalBytes - this.#sentBytes, bytesPerSecond),
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
      const { status, sentBytes } = counted.upload.snapshot;
      const counts = status === "cancelled" ? 0 : sentBytes;
      this.#sentBytes += counts - counted.sentBytes;
      counted.sentBytes = counts;
    }
    this.#moving = new Set([...this.#moving, ...this.#changed].filter(({ status }) => status === "active"));
    this.#changed.clear();
    return this.#rows;
  }

  #speed(rows: readonly UploadSnapshot[]): number | null {
    let sum: number | null = null;
    for (const { row } of this.#moving) {
      const speed = rows[row]?.bytesPerSecond ?? null;
      if (speed !== null) sum = (sum ?? 0) + speed;
    }
    return sum;
  }

  #move(counted: Counted, place: Counted["place"]): void {
    if (counted.place) this.#taken[counted.place] -= 1;
    if (place) this.#taken[place] += 1;
    counted.place = place;
  }

  #count({ entry }: Upload, status: UploadStatus, by: 1 | -1): void {
    this.#counts[status] += by;
    if (status !== "cancelled") this.#totalBytes += by * entry.file.size;
  }
}
