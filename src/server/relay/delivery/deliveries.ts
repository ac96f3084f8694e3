import type { Readable } from "node:stream";
import type { Locker } from "@tus/server";
import type { Binding } from "../store/binding.ts";
import type { ReadableStore } from "../store/folder-store.ts";
import { withLock } from "../store/locks.ts";
import { findUpload, type Records, removeEntry } from "../store/records.ts";
import { putToStorage } from "./put-to-storage.ts";
import { type Verdict, verdictOf } from "./verdict.ts";

/** How passing an upload's bytes on to storage ended. */
export type Delivery =
  | Verdict
  /** There are no bytes (any more), and no receipt for them. */
  | { readonly kind: "missing" }
  | { readonly kind: "incomplete"; readonly offset: number };

export interface Deliveries {
  /**
   * Passes a complete upload on, or joins whoever is at it, here or in another instance. It goes on also when the
   * caller waits no longer.
   *
   * @throws ApiError 503 when another instance is at it for longer than one may wait
   */
  deliver(binding: Binding): Promise<Delivery>;
  /** Resolves when nothing is under way in this instance. */
  settled(bindingId: string): Promise<void>;
  /** Cuts off what is under way in this instance. */
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

/** What a disk and S3 say of what is not there. */
const MISSING: ReadonlySet<string> = new Set(["ENOENT", "NoSuchKey", "NotFound"]);

/** Held while bytes are passed on, bound to another session, or thrown away: one of these at a time. */
export const deliveryLock = (bytesId: string): string => `${bytesId}-delivery`;

export function createDeliveries(options: DeliveriesOptions): Deliveries {
  const { store, records, locker, idleMs, lockWaitMs, report } = options;
  const running = new Map<string, { readonly end: Promise<Delivery>; readonly stop: AbortController }>();
  /** Until when storage asked to be left alone: epoch milliseconds by binding. */
  const rests = new Map<string, number>();

  async function deliverOnce(bindingId: string, bytesId: string, signal: AbortSignal): Promise<Delivery> {
    return withLock(locker, deliveryLock(bytesId), lockWaitMs, async () => {
      // Asked only now: who held the lock before may have passed the bytes on, or given them to another session.
      const binding = await records.find(bindingId);
      if (!binding || binding.bytesId !== bytesId) return { kind: "missing" };
      if (await records.hasReceipt(bindingId)) return { kind: "stored" };
      const upload = await findUpload(store, bytesId);
      if (!upload) return { kind: "missing" };
      if (upload.offset !== binding.sizeBytes) return { kind: "incomplete", offset: upload.offset };

      const delivery = await send(binding, signal);
      if (delivery.kind !== "stored") return delivery;
      // In this order: after a crash in between, the bytes go once more, but are never looked for in vain.
      await records.writeReceipt(bindingId);
      await removeEntry(store, bytesId).catch((error: unknown) => {
        report(`Stored bytes could not be removed (${nameOf(error)}); they go when they expire.`);
      });
      return delivery;
    });
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

  function note(binding: Binding, delivery: Delivery): void {
    if (delivery.kind === "later" || delivery.kind === "refused") {
      report(`Storage did not take file ${binding.fileId}: ${delivery.why}.`);
    }
    const now = Date.now();
    for (const [id, until] of rests) if (until <= now) rests.delete(id);
    if (delivery.kind === "later" && delivery.retryAfterMs) rests.set(binding.id, now + delivery.retryAfterMs);
  }

  return {
    deliver(binding) {
      const restMs = (rests.get(binding.id) ?? 0) - Date.now();
      if (restMs > 0) return Promise.resolve({ kind: "later", retryAfterMs: restMs, why: "storage asked for a rest" });
      const other = running.get(binding.id);
      if (other) return other.end;
      const stop = new AbortController();
      const end = deliverOnce(binding.id, binding.bytesId, stop.signal)
        .then((delivery) => {
          note(binding, delivery);
          return delivery;
        })
        .finally(() => running.delete(binding.id));
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

/** What kind of error it is, without its message: that may quote an address. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
