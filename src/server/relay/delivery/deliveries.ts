import type { Readable } from "node:stream";
import type { Locker } from "@tus/server";
import type { Binding } from "../store/binding.ts";
import type { ReadableStore } from "../store/folder-store.ts";
import { withLock } from "../store/locks.ts";
import { findUpload, type Records, removeEntry } from "../store/records.ts";
import { putToStorage } from "./put-to-storage.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

/** Result of delivering an upload's bytes to storage. */
export type Delivery =
  | Verdict
  /** Result if there are neither bytes nor a receipt. */
  | { readonly kind: "missing" }
  | { readonly kind: "incomplete"; readonly offset: number };

export interface Deliveries {
  /**
   * Delivers a complete upload, or waits for the delivery that is running in this or another instance. The delivery
   * continues when the caller stops waiting.
   *
   * @throws ApiError 503 if another instance's delivery takes longer than the lock wait
   */
  deliver(binding: Binding): Promise<Delivery>;
  /** Resolves when no delivery of this binding is running in this instance. */
  settled(bindingId: string): Promise<void>;
  /** Aborts the delivery that is running in this instance. */
  abandon(bindingId: string): void;
}

export interface DeliveriesOptions {
  readonly store: ReadableStore;
  readonly records: Records;
  readonly locker: Locker;
  readonly idleMs: number;
  readonly lockWaitMs: number;
  readonly report: (message: string) => void;
}

interface Failures {
  readonly count: number;
  /**
   * Time before which no delivery starts, in epoch milliseconds: what storage asked for with Retry-After, and from the
   * second failure on 2, 4, … up to 60 seconds, because each delivery sends the whole file.
   */
  readonly pauseUntil: number;
}

/** Time for which failures are kept in memory after their pause. */
const FORGET_AFTER_MS = 10 * 60_000;

/** Error codes of a disk and of S3 for a missing object. */
const MISSING: ReadonlySet<string> = new Set(["ENOENT", "NoSuchKey", "NotFound"]);

/** Id of the lock that is held while bytes are delivered, assigned to another session, or deleted. */
export const deliveryLock = (bytesId: string): string => `${bytesId}-delivery`;

export function createDeliveries(options: DeliveriesOptions): Deliveries {
  const { store, records, locker, idleMs, lockWaitMs, report } = options;
  const running = new Map<string, { readonly end: Promise<Delivery>; readonly stop: AbortController }>();
  /** Failed deliveries by binding id. */
  const failures = new Map<string, Failures>();

  async function deliverOnce(bindingId: string, bytesId: string, signal: AbortSignal): Promise<Delivery> {
    return withLock(locker, deliveryLock(bytesId), lockWaitMs, async () => {
      // Looked up under the lock: the previous holder may have delivered the bytes or assigned them to another session.
      const binding = await records.find(bindingId);
      if (!binding || binding.bytesId !== bytesId) return { kind: "missing" };
      // An ended delivery is not repeated: each repetition would send the whole file.
      const ending = await records.endingOf(binding);
      if (ending) return ending;
      const upload = await findUpload(store, bytesId);
      if (!upload) return { kind: "missing" };
      if (upload.offset !== binding.sizeBytes) return { kind: "incomplete", offset: upload.offset };

      const delivery = await storeEnding(binding, await send(binding, signal));
      remember(binding, delivery);
      // In this order, a crash in between causes a second delivery, but never missing bytes without a receipt.
      if (delivery.kind !== "stored") return delivery;
      await removeEntry(store, bytesId).catch((error: unknown) => {
        report(`Stored bytes could not be deleted (${nameOf(error)}). They are deleted when they expire.`);
      });
      return delivery;
    });
  }

  /** Stores how a delivery ended. If that fails the delivery counts as failed, since it will be repeated. */
  async function storeEnding(binding: Binding, delivery: Delivery): Promise<Delivery> {
    if (delivery.kind === "later" || delivery.kind === "missing" || delivery.kind === "incomplete") return delivery;
    try {
      await records.writeEnding(binding, delivery);
      return delivery;
    } catch (error) {
      return { kind: "later", retryAfterMs: null, why: `the result could not be stored (${nameOf(error)})` };
    }
  }

  async function send(binding: Binding, signal: AbortSignal): Promise<Delivery> {
    let body: Readable;
    try {
      body = await store.read(binding.bytesId);
    } catch (error) {
      return unreadable(error);
    }
    const { uploadUrl, uploadHeaders, sizeBytes } = binding;
    const answer = await putToStorage({ url: uploadUrl, headers: uploadHeaders, sizeBytes, body, idleMs, signal });
    if (answer.status === null && MISSING.has(answer.why)) return { kind: "missing" };
    return verdictOf(answer, binding, Date.now());
  }

  function unreadable(error: unknown): Delivery {
    const name = nameOf(error);
    if (MISSING.has(name)) return { kind: "missing" };
    return { kind: "later", retryAfterMs: null, why: `the stored bytes could not be read (${name})` };
  }

  function remember(binding: Binding, delivery: Delivery): void {
    if (delivery.kind === "later" || delivery.kind === "refused") {
      report(`Storage did not accept file ${binding.fileId}: ${delivery.why}.`);
    }
    const now = Date.now();
    for (const [id, { pauseUntil }] of failures) if (pauseUntil + FORGET_AFTER_MS <= now) failures.delete(id);
    if (delivery.kind !== "later") {
      failures.delete(binding.id);
      return;
    }
    const count = (failures.get(binding.id)?.count ?? 0) + 1;
    const pauseMs = Math.max(delivery.retryAfterMs ?? 0, count === 1 ? 0 : Math.min(2 ** (count - 1), 60) * 1000);
    failures.set(binding.id, { count, pauseUntil: now + pauseMs });
  }

  return {
    deliver(binding) {
      const pauseMs = (failures.get(binding.id)?.pauseUntil ?? 0) - Date.now();
      if (pauseMs > 0) return Promise.resolve({ kind: "later", retryAfterMs: pauseMs, why: "storage needs a pause" });
      const other = running.get(binding.id);
      if (other) return other.end;
      const stop = new AbortController();
      const end = deliverOnce(binding.id, binding.bytesId, stop.signal).finally(() => running.delete(binding.id));
      running.set(binding.id, { end, stop });
      return end;
    },
    async settled(bindingId) {
      await running.get(bindingId)?.end.catch(() => {});
    },
    abandon(bindingId) {
      running.get(bindingId)?.stop.abort();
    },
  };
}

/** Code or class name of an error, without its message, which may contain an address. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
