import { Readable } from "node:stream";
import { TIMED_OUT, within } from "../../within.ts";
import type { Binding } from "../store/binding.ts";
import { putToStorage, type StorageAnswer } from "./put-to-storage.ts";

/** Copy of arriving bytes on its way to storage. */
export interface PassThrough {
  /** Takes the next bytes; resolves when more may follow. Never rejects. */
  write(chunk: Uint8Array): Promise<void>;
  /** Ends the copy. Without all bytes of the file it is aborted, and storage keeps nothing. */
  end(): void;
  abort(): void;
  /** Aborts the copy unless all bytes are on their way, because another request needs the file. */
  giveWay(): void;
  /** Whether this server ended the copy early, so that its result says nothing about storage. */
  readonly wasAborted: boolean;
  /** The response of storage. */
  readonly answer: Promise<StorageAnswer>;
  /**
   * Hands over the delivery lock, which the copy holds so that no other instance delivers the file meanwhile. Returns the
   * function that releases it; null when the copy was aborted and has released it.
   */
  takeLock(): Unlock | null;
  /** Releases the lock once storage has responded: nothing is made of the response. */
  dismiss(): void;
  readonly startedAt: number;
}

type Unlock = () => Promise<void>;

/** Bytes that may wait for storage before the client is slowed down. */
const WAITING_BYTES = 1_048_576;
/** Time for which a client waits for storage. After that the file is delivered later, from the store. */
const STALL_MS = 5000;

/**
 * Starts to send a file to storage while it is still arriving. The store gets all bytes as well, so whatever happens to
 * this copy, no confirmed byte is lost.
 *
 * @param unlock releases the delivery lock of the file, which is held
 */
export function startPassThrough(binding: Binding, idleMs: number, unlock: Unlock): PassThrough {
  const { uploadUrl, uploadHeaders, sizeBytes } = binding;
  let copied = 0;
  let mayContinue = (): void => {};
  const body = new Readable({ highWaterMark: WAITING_BYTES, read: () => mayContinue() });
  // The pipeline to storage handles the error; without a listener it would be an uncaught one if that has ended.
  body.on("error", () => {});
  const stop = new AbortController();
  const answer = putToStorage({ url: uploadUrl, headers: uploadHeaders, sizeBytes, body, idleMs, signal: stop.signal });
  let isOver = false;
  let wasAborted = false;
  const finish = (): void => {
    isOver = true;
    body.destroy();
    mayContinue();
  };
  const abort = (): void => {
    if (isOver) return;
    wasAborted = true;
    stop.abort();
    finish();
  };
  let held: Unlock | null = unlock;
  const takeLock = (): Unlock | null => {
    const taken = held;
    held = null;
    return taken;
  };
  answer.finally(() => {
    // Storage has refused or the connection is broken: the client must not wait for it.
    finish();
    if (wasAborted) void takeLock()?.();
  });

  return {
    answer,
    abort,
    giveWay() {
      if (copied < sizeBytes) abort();
    },
    takeLock,
    dismiss() {
      answer.finally(() => takeLock()?.());
    },
    get wasAborted() {
      return wasAborted;
    },
    startedAt: Date.now(),
    async write(chunk) {
      if (isOver) return;
      copied += chunk.byteLength;
      if (body.push(chunk)) return;
      const taken = new Promise<void>((resolve) => {
        mayContinue = resolve;
      });
      if ((await within(STALL_MS, taken)) === TIMED_OUT) abort();
    },
    end() {
      if (isOver) return;
      if (copied === sizeBytes) body.push(null);
      else abort();
    },
  };
}
