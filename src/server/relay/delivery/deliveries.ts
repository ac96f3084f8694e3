import type { Readable } from "node:stream";
import type { Locker } from "@tus/server";
import type { DeliveryEvent, ServerEvent } from "../../events.ts";
import { TIMED_OUT, within } from "../../within.ts";
import type { Binding } from "../store/binding.ts";
import type { ReadableStore } from "../store/folder-store.ts";
import { tryLock, withLock } from "../store/locks.ts";
import { findUpload, type Records, removeEntry } from "../store/records.ts";
import { type PassThrough, startPassThrough } from "./pass-through.ts";
import { Pauses } from "./pauses.ts";
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
   * @param copy the same bytes, if they were sent to storage while they arrived
   * @throws ApiError 503 if another instance's delivery takes longer than the lock wait
   */
  deliver(binding: Binding, copy?: PassThrough | null): Promise<Delivery>;
  /**
   * Starts to send a file to storage while it arrives; null if storage has it or has refused it, or if another request
   * delivers it, takes its bytes over or deletes them. One that wants to, later, ends the copy.
   */
  passThrough(binding: Binding): Promise<PassThrough | null>;
  /** Resolves when no delivery of this binding is running in this instance. */
  settled(bindingId: string): Promise<void>;
  /** Aborts the delivery that is running in this instance. */
  abandon(bindingId: string): void;
  /** Resolves when no delivery is running in this instance, or after `ms` milliseconds; the others are aborted then. */
  finish(ms: number): Promise<void>;
}

export interface DeliveriesOptions {
  readonly store: ReadableStore;
  readonly records: Records;
  readonly locker: Locker;
  readonly idleMs: number;
  readonly lockWaitMs: number;
  readonly report: (message: string) => void;
  readonly emit: (event: ServerEvent) => void;
}

/** Time in milliseconds to wait for the lock of a file that could be sent to storage while it arrives. */
const COPY_WAIT_MS = 250;

/** Error codes of a disk and of S3 for a missing object. */
const MISSING: ReadonlySet<string> = new Set(["ENOENT", "NoSuchKey", "NotFound"]);

/** Id of the lock that is held while bytes are delivered, assigned to another session, or deleted. */
export const deliveryLock = (bytesId: string): string => `${bytesId}-delivery`;

export function createDeliveries(options: DeliveriesOptions): Deliveries {
  const { store, records, locker, idleMs, lockWaitMs, report, emit } = options;
  const running = new Map<string, { readonly end: Promise<Delivery>; readonly stop: AbortController }>();
  /** Copies of files that are arriving, by binding id. */
  const copies = new Map<string, PassThrough>();
  /** Copies whose outcome the running delivery waits for, by binding id: two requests may bring the last byte. */
  const handedOver = new Map<string, PassThrough>();
  const pauses = new Pauses();

  async function deliverOnce(
    { id: bindingId, bytesId }: Binding,
    copy: PassThrough | null,
    signal: AbortSignal,
  ): Promise<Delivery> {
    return locked(bytesId, copy, async () => {
      // Looked up under the lock: the previous holder may have delivered the bytes or assigned them to another session.
      const binding = await records.find(bindingId);
      if (!binding || binding.bytesId !== bytesId) return { kind: "missing" };
      // An ended delivery is not repeated: each repetition would send the whole file.
      const ending = await records.endingOf(binding);
      if (ending) return ending;
      const upload = await findUpload(store, bytesId);
      if (!upload) return { kind: "missing" };
      if (upload.offset !== binding.sizeBytes) return { kind: "incomplete", offset: upload.offset };

      const outcome = await outcomeOf(copy ?? handedOver.get(bindingId) ?? null, binding);
      if (!outcome && pauses.left(bindingId) > 0) return paused(bindingId);
      const delivery = await storeEnding(binding, outcome ?? (await send(binding, signal)));
      // The answer to the copy has already set the pause.
      if (delivery !== outcome || delivery.kind !== "later") remember(binding, delivery);
      // In this order, a crash in between causes a second delivery, but never missing bytes without a receipt.
      if (delivery.kind !== "stored") return delivery;
      await removeEntry(store, bytesId).catch((error: unknown) => {
        report(`Stored bytes could not be deleted (${nameOf(error)}). They are deleted when they expire.`);
      });
      return delivery;
    });
  }

  /** Runs work while holding the delivery lock, which the copy may hold already. */
  async function locked<T>(bytesId: string, copy: PassThrough | null, work: () => Promise<T>): Promise<T> {
    const unlock = copy?.takeLock();
    if (!copy || !unlock) return withLock(locker, deliveryLock(bytesId), lockWaitMs, work);
    try {
      return await work();
    } finally {
      // The work may fail before the copy has ended, which must not be on its way beside the next delivery.
      copy.abort();
      await copy.answer;
      await unlock();
    }
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

  /** What storage made of the copy; null if this server ended it early. */
  async function outcomeOf(copy: PassThrough | null, binding: Binding): Promise<Delivery | null> {
    const answer = await copy?.answer;
    if (!copy || !answer || copy.wasAborted) return null;
    const verdict = verdictOf(answer, binding, Date.now());
    emitDelivery(binding, verdict, "through", copy.startedAt);
    return verdict;
  }

  function emitDelivery(
    { fileId, sizeBytes }: Binding,
    delivery: Delivery,
    way: DeliveryEvent["way"],
    startedAt: number,
  ): void {
    const why = "why" in delivery ? delivery.why : null;
    const durationMs = Date.now() - startedAt;
    emit({ type: "delivery", fileId, outcome: delivery.kind, way, why, sizeBytes, durationMs });
  }

  async function send(binding: Binding, signal: AbortSignal): Promise<Delivery> {
    const startedAt = Date.now();
    const delivery = await sendStored(binding, signal);
    emitDelivery(binding, delivery, "stored", startedAt);
    return delivery;
  }

  async function sendStored(binding: Binding, signal: AbortSignal): Promise<Delivery> {
    // The session was closed, or this server stops, while the copy was on its way.
    if (signal.aborted) return { kind: "later", retryAfterMs: null, why: "the delivery was stopped" };
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

  function paused(bindingId: string): Delivery {
    return { kind: "later", retryAfterMs: pauses.left(bindingId), why: "storage needs a pause" };
  }

  function remember(binding: Binding, delivery: Delivery): void {
    if (delivery.kind === "later" || delivery.kind === "refused") {
      report(`Storage did not accept file ${binding.fileId}: ${delivery.why}.`);
    }
    if (delivery.kind === "later") pauses.failed(binding.id, delivery.retryAfterMs);
    else pauses.ended(binding.id);
  }

  return {
    async passThrough(binding) {
      let isWanted = false;
      let copy: PassThrough | null = null;
      const unlock = await tryLock(locker, deliveryLock(binding.bytesId), COPY_WAIT_MS, () => {
        isWanted = true;
        copy?.giveWay();
      });
      if (!unlock) return null;
      const isCurrent = async () =>
        (await records.find(binding.id))?.bytesId === binding.bytesId && (await records.endingOf(binding)) === null;
      if (!(await isCurrent().catch(() => false)) || isWanted || pauses.left(binding.id) > 0) {
        await unlock();
        return null;
      }
      const started = startPassThrough(binding, idleMs, unlock);
      copy = started;
      copies.set(binding.id, started);
      started.answer.then((answer) => {
        if (copies.get(binding.id) === started) copies.delete(binding.id);
        // Also of a copy of bytes that the store did not get, and that no delivery asks for.
        const verdict = started.wasAborted ? null : verdictOf(answer, binding, Date.now());
        if (verdict?.kind === "later") remember(binding, verdict);
      });
      return started;
    },
    deliver(binding, copy = null) {
      const other = running.get(binding.id);
      if (other) {
        if (copy) handedOver.set(binding.id, copy);
        copy?.dismiss();
        return other.end;
      }
      // Storage's answer to a copy counts also during a pause.
      if (!copy && pauses.left(binding.id) > 0) return Promise.resolve(paused(binding.id));
      const stop = new AbortController();
      const end = deliverOnce(binding, copy, stop.signal).finally(() => {
        running.delete(binding.id);
        handedOver.delete(binding.id);
      });
      running.set(binding.id, { end, stop });
      return end;
    },
    async settled(bindingId) {
      await running.get(bindingId)?.end.catch(() => {});
    },
    abandon(bindingId) {
      copies.get(bindingId)?.abort();
      running.get(bindingId)?.stop.abort();
    },
    async finish(ms) {
      const ends = () => Promise.allSettled([...running.values()].map(({ end }) => end));
      if ((await within(ms, ends())) !== TIMED_OUT) return;
      for (const { stop } of running.values()) stop.abort();
      for (const copy of copies.values()) copy.abort();
      await ends();
    },
  };
}

/** Code or class name of an error, without its message, which may contain an address. */
function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
