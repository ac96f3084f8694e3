import { UploadError } from "../engine/errors.ts";
import type { Hasher } from "../engine/ports.ts";
import { ReadError } from "./md5.ts";
import { type Md5Backend, Unavailable } from "./md5-backend.ts";
import { ownWorkerUrl } from "./own-worker.ts";
import { type HashStrategy, inlinedJsWorker, inlinedWorker, pageJs, pageWasm, workerByUrl } from "./strategies.ts";

export interface WorkerHasherOptions {
  /** URL at which the page itself serves `md5.worker.js`, for policies that allow no other worker. null or absent: none. */
  readonly workerUrl?: string | null;
  /** Strategies to try, best first. Default: all. */
  readonly strategies?: readonly HashStrategy[];
  /** Milliseconds for which an idle worker is kept. Default 30,000. */
  readonly idleMs?: number;
  /** Milliseconds that a worker may take to start. Default 5,000. */
  readonly startTimeoutMs?: number;
}

/** Keys of the strategies that cannot work on this page, shared by all uploaders. */
const unavailableStrategies = new Set<string>();

/**
 * Computes MD5 during the transfer, in one worker for all files. A content security policy, Trusted Types or a cross-origin
 * script can make a strategy unavailable; then the next one is used, down to plain JavaScript on the main thread.
 */
export class WorkerHasher implements Hasher {
  readonly #strategies: readonly HashStrategy[];
  readonly #idleMs: number;
  readonly #startTimeoutMs: number;
  /** Started backends, keyed by strategy. */
  readonly #backends = new Map<string, Promise<Md5Backend>>();
  #jobs = 0;
  #idleTimer: ReturnType<typeof setTimeout> | undefined;

  constructor({ workerUrl = null, strategies, idleMs = 30_000, startTimeoutMs = 5_000 }: WorkerHasherOptions = {}) {
    this.#strategies = strategies ?? defaultStrategies(workerUrl);
    this.#idleMs = idleMs;
    this.#startTimeoutMs = startTimeoutMs;
  }

  /** Starts what the next file is hashed with, so that it is ready when the file's transfer begins. */
  warmUp(): void {
    const strategy = this.#strategies.find(({ key }) => !unavailableStrategies.has(key));
    // A failure is found again by the file, which tries the next strategy.
    if (strategy) this.#open(strategy).catch(() => {});
    if (this.#jobs === 0) this.#disposeWhenIdle();
  }

  async md5(file: Blob, signal: AbortSignal): Promise<string> {
    clearTimeout(this.#idleTimer);
    this.#jobs += 1;
    try {
      return await this.#tryStrategies(file, signal);
    } finally {
      this.#jobs -= 1;
      if (this.#jobs === 0) this.#disposeWhenIdle();
    }
  }

  dispose(): void {
    clearTimeout(this.#idleTimer);
    for (const opening of this.#backends.values()) opening.then((backend) => backend.close()).catch(() => {});
    this.#backends.clear();
  }

  #disposeWhenIdle(): void {
    clearTimeout(this.#idleTimer);
    this.#idleTimer = setTimeout(() => this.dispose(), this.#idleMs);
  }

  async #tryStrategies(file: Blob, signal: AbortSignal): Promise<string> {
    const failures: unknown[] = [];
    for (const strategy of this.#strategies) {
      signal.throwIfAborted();
      if (unavailableStrategies.has(strategy.key)) continue;
      const opening = this.#open(strategy);
      try {
        const backend = await opening;
        return await backend.md5(file, signal);
      } catch (error) {
        signal.throwIfAborted();
        failures.push(error);
        if (error instanceof Unavailable) this.#forget(strategy, opening, error);
        // Some workers cannot read the page's files at all. Only the page can distinguish that from a deleted file.
        else if (!(error instanceof ReadError && (await isReadable(file)))) throw asUploadError(error);
      }
    }
    throw allFailed(failures);
  }

  #open(strategy: HashStrategy): Promise<Md5Backend> {
    const opening = this.#backends.get(strategy.key) ?? strategy.open(this.#startTimeoutMs);
    this.#backends.set(strategy.key, opening);
    return opening;
  }

  #forget({ key }: HashStrategy, opening: Promise<Md5Backend>, { permanent }: Unavailable): void {
    // Another file may have started the same strategy again in the meantime.
    if (this.#backends.get(key) === opening) this.#backends.delete(key);
    if (permanent) unavailableStrategies.add(key);
  }
}

function defaultStrategies(workerUrl: string | null): HashStrategy[] {
  const url = workerUrl ?? ownWorkerUrl();
  return [...(url ? [workerByUrl(url)] : []), inlinedWorker, inlinedJsWorker, pageWasm, pageJs];
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

function allFailed(failures: readonly unknown[]): UploadError {
  const unread = failures.find((error) => error instanceof ReadError);
  if (unread) return asUploadError(unread);
  const isTemporary = failures.some((error) => error instanceof Unavailable && !error.permanent);
  return new UploadError(isTemporary ? "network" : "internal", "no MD5 can be computed on this page", {
    cause: failures,
    consoleCode: "hash-unavailable",
  });
}
