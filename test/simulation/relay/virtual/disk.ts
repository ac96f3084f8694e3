import type { Random } from "./random.ts";
import type { Process, Timeline } from "./timeline.ts";

/** Everything below this path is on the virtual disk. */
export const DISK_ROOT = "/simulated-disk";

export interface Inode {
  bytes: Uint8Array;
  /** Time of the last write, in virtual milliseconds. */
  changedMs: number;
}

export type DiskOperation = "read" | "write" | "remove";

/** What goes wrong with operations of one kind. */
export interface DiskFault {
  readonly on: DiskOperation;
  readonly kind: "error" | "slow";
  readonly untilMs: number;
  /** Whether it ends with the first operation that meets it. */
  readonly isOnce: boolean;
}

const SLOW_MS = 4000;

/**
 * A folder that all instances share. An operation takes effect some time after the call, and its result arrives some
 * time after that; a process can end before either. What has taken effect stays.
 */
export class Disk {
  readonly timeline: Timeline;
  readonly #random: Random;
  readonly #files = new Map<string, Inode>();
  readonly #openHandles = new Map<Process, number>();
  fault: DiskFault | null = null;
  /** Operations that failed because of a fault. */
  faultsMet = 0;

  constructor(timeline: Timeline, random: Random) {
    this.timeline = timeline;
    this.#random = random;
  }

  names(): string[] {
    return [...this.#files.keys()].map((path) => path.slice(path.lastIndexOf("/") + 1));
  }

  file(path: string): Inode | undefined {
    return this.#files.get(path);
  }

  mustHave(path: string): Inode {
    const inode = this.#files.get(path);
    if (!inode) throw diskError("ENOENT");
    return inode;
  }

  put(path: string, inode: Inode): void {
    this.#files.set(path, inode);
  }

  remove(path: string): void {
    this.mustHave(path);
    this.#files.delete(path);
  }

  list(directory: string): string[] {
    const prefix = `${directory}/`;
    return [...this.#files.keys()]
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length))
      .sort();
  }

  /** Takes effect later, in an event of the calling process, and reports back in another one. */
  operate<T>(on: DiskOperation, what: string, effect: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.later(on, what, effect, (error, result) => (error ? reject(error) : resolve(result as T)));
    });
  }

  later<T>(on: DiskOperation, what: string, effect: () => T, done: (error: Error | null, result?: T) => void): void {
    const process = this.timeline.current;
    const delayMs = this.#random.latencyMs() + (this.#meets(on, "slow") ? SLOW_MS : 0);
    this.timeline.schedule(delayMs, process, what, () => {
      let end: () => void;
      try {
        if (this.#meets(on, "error")) throw diskError("EIO");
        const result = effect();
        end = () => done(null, result);
      } catch (error) {
        end = () => done(error as Error);
      }
      this.timeline.schedule(this.#random.latencyMs(), process, `${what} is done`, end);
    });
  }

  countHandle(process: Process | null, change: 1 | -1): void {
    if (process) this.#openHandles.set(process, (this.#openHandles.get(process) ?? 0) + change);
  }

  /** File handles that processes which still live have open. */
  openHandles(): number {
    let count = 0;
    for (const [process, open] of this.#openHandles) if (process.isAlive) count += open;
    return count;
  }

  #meets(on: DiskOperation, kind: DiskFault["kind"]): boolean {
    const { fault } = this;
    if (fault?.on !== on || fault.kind !== kind) return false;
    if (fault.untilMs < this.timeline.nowMs) {
      this.fault = null;
      return false;
    }
    if (fault.isOnce) this.fault = null;
    this.faultsMet += 1;
    return true;
  }
}

export function diskError(code: string): Error {
  return Object.assign(new Error(`${code}: simulated`), { code });
}
