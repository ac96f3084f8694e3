import { UploadError } from "../engine/errors.ts";
import type { Hasher } from "../engine/ports.ts";
import { type HashEngine, Refusal } from "./engine.ts";
import { ReadError } from "./md5.ts";
import { inlinedJsWorker, inlinedWorker, pageJs, pageWasm, type Rung, workerByUrl } from "./rungs.ts";

export interface WorkerHasherOptions {
  /** Where the page itself serves `md5.worker.js`, for policies that allow no other worker. */
  readonly workerUrl?: string | null;
  /** The ways to hash, best first. */
  readonly rungs?: readonly Rung[];
  /** How long a worker without work is kept. Default 30 s. */
  readonly idleMs?: number;
  /** How long a worker may take to start. Default 5 s. */
  readonly readyWithinMs?: number;
}

/** What was refused once is refused for the page's life, whichever uploader asks. */
const refusedOnThisPage = new Set<string>();

/**
 * MD5 beside the transfer, in one worker for all files. A content security policy, Trusted Types or a foreign origin may
 * refuse any way of hashing; then the next one is taken, down to plain JavaScript on the page's own thread.
 */
export class WorkerHasher implements Hasher {
  readonly #rungs: readonly Rung[];
  readonly #idleMs: number;
  readonly #readyWithinMs: number;
  readonly #opened = new Map<string, Promise<HashEngine>>();
  #jobs = 0;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;

  constructor({ workerUrl = null, rungs, idleMs = 30_000, readyWithinMs = 5_000 }: WorkerHasherOptions = {}) {
    this.#rungs = rungs ?? defaultRungs(workerUrl);
    this.#idleMs = idleMs;
    this.#readyWithinMs = readyWithinMs;
  }

  async md5(file: Blob, signal: AbortSignal): Promise<string> {
    clearTimeout(this.#idleTimer);
    this.#jobs += 1;
    try {
      return await this.#climb(file, signal);
    } finally {
      this.#jobs -= 1;
      if (this.#jobs === 0) this.#idleTimer = setTimeout(() => this.dispose(), this.#idleMs);
    }
  }

  dispose(): void {
    clearTimeout(this.#idleTimer);
    for (const opened of this.#opened.values()) opened.then((engine) => engine.close()).catch(() => {});
    this.#opened.clear();
  }

  async #climb(file: Blob, signal: AbortSignal): Promise<string> {
    const failures: unknown[] = [];
    for (const rung of this.#rungs) {
      signal.throwIfAborted();
      if (refusedOnThisPage.has(rung.key)) continue;
      const opening = this.#open(rung);
      try {
        const engine = await opening;
        return await engine.md5(file, signal);
      } catch (error) {
        signal.throwIfAborted();
        failures.push(error);
        if (error instanceof Refusal) this.#forget(rung, opening, error);
        // Some workers cannot read a page's files at all: only the page can tell that from a file that is gone.
        else if (!(error instanceof ReadError && (await isReadable(file)))) throw asUploadError(error);
      }
    }
    throw exhausted(failures);
  }

  #open(rung: Rung): Promise<HashEngine> {
    const opening = this.#opened.get(rung.key) ?? rung.open(this.#readyWithinMs);
    this.#opened.set(rung.key, opening);
    return opening;
  }

  #forget(rung: Rung, opening: Promise<HashEngine>, { lasting }: Refusal): void {
    // Another file may have opened the same rung anew in the meantime.
    if (this.#opened.get(rung.key) === opening) this.#opened.delete(rung.key);
    if (lasting) refusedOnThisPage.add(rung.key);
  }
}

function defaultRungs(workerUrl: string | null): Rung[] {
  const url = workerUrl ?? ownWorkerUrl();
  return [...(url ? [workerByUrl(url)] : []), inlinedWorker, inlinedJsWorker, pageWasm, pageJs];
}

/** `md5.worker.js` beside this script, if the browser lets this page start a worker from there; else null. */
function ownWorkerUrl(): string | null {
  // Not a literal: bundlers would take it for an asset that they must find when they build.
  const file = "./md5.worker.js";
  const url = new URL(file, import.meta.url);
  return url.origin === location.origin ? url.href : null;
}

async function isReadable(file: Blob): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

function asUploadError(error: unknown): UploadError {
  if (!(error instanceof ReadError)) return UploadError.from(error);
  return new UploadError("file-unreadable", `the file cannot be read any more: ${error.message}`, { cause: error });
}

function exhausted(failures: readonly unknown[]): UploadError {
  const unread = failures.find((error) => error instanceof ReadError);
  if (unread) return asUploadError(unread);
  const passing = failures.some((error) => error instanceof Refusal && !error.lasting);
  return new UploadError(passing ? "network" : "internal", "no way to compute an MD5 works on this page", {
    cause: failures,
  });
}
