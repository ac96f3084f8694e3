import { ApiError } from "../api-error.ts";
import { type Promised, promisedBy } from "./store/ids.ts";

export interface Limits {
  readonly maxStoredBytes: number;
  readonly maxUploads: number;
  /** The same limits for one subject, so that one user cannot use up the space of all users. */
  readonly maxStoredBytesPerSubject: number;
  readonly maxUploadsPerSubject: number;
}

export interface AdmissionOptions {
  /** Lists the names of all entries in the store. */
  readonly list: () => Promise<readonly string[]>;
  /** Maximum age of a listing while the store is less than half full, in milliseconds. 0 lists for each upload. */
  readonly maxAgeMs: number;
  readonly limits: Limits;
  /** Deletes those of the given bytes whose session has ended, to make room. */
  readonly reclaim: (bytesIds: readonly string[]) => Promise<void>;
}

/** Runs `create` if the store has room for the bytes of that name. @throws ApiError 503 `relay_full` */
export type Admit = <T>(bytesId: string, create: () => Promise<T>) => Promise<T>;

const RETRY_AFTER_SECONDS = 30;
/**
 * Part of a limit up to which an older listing is used: the rest is for uploads that other instances admitted since.
 */
const SAFE_PART = 0.5;
/** Shortest time between two searches for ended sessions: each reads all bindings. */
const RECLAIM_EVERY_MS = 5000;

/**
 * Keeps the store bounded. It counts the bytes that were promised, not those that have arrived, so every admitted
 * upload can be finished. Ended sessions keep their bytes for a successor while there is room, and lose them when the
 * room is needed. Within this instance, checks are serialized; instances that share a store can exceed a limit by what
 * they admit at the same moment.
 */
export function createAdmission({ list, maxAgeMs, limits, reclaim }: AdmissionOptions): Admit {
  let turn: Promise<unknown> = Promise.resolve();
  let listed: { readonly ids: readonly string[]; readonly at: number } | null = null;
  let reclaimedAt = Number.NEGATIVE_INFINITY;
  /** Names that this instance admitted, with the time at which they were created; null while that is in progress. */
  const admitted = new Map<string, number | null>();

  async function listAgain(): Promise<void> {
    const at = Date.now();
    const ids = await list();
    // A name that was created before the listing is in it, unless it was deleted since.
    for (const [id, createdAt] of admitted) if (createdAt !== null && createdAt < at) admitted.delete(id);
    listed = { ids, at };
  }

  function names(): Set<string> {
    return new Set([...(listed?.ids ?? []), ...admitted.keys()]);
  }

  /** The limit that an upload of that name would exceed; null if it has room. */
  function exceeded(bytesId: string, part = 1): ApiError | null {
    const wanted = promisedBy(bytesId);
    if (wanted === null) return null;
    const all = { bytes: wanted.sizeBytes, uploads: 1 };
    const own = { ...all };
    for (const id of names()) {
      const promised = promisedBy(id);
      if (promised === null) continue;
      for (const sum of isOfSameSubject(promised, wanted) ? [all, own] : [all]) {
        sum.bytes += promised.sizeBytes;
        sum.uploads += 1;
      }
    }
    if (all.bytes > part * limits.maxStoredBytes || all.uploads > part * limits.maxUploads) return storeFull();
    const isOver =
      own.bytes > part * limits.maxStoredBytesPerSubject || own.uploads > part * limits.maxUploadsPerSubject;
    return isOver && wanted.subjectTag !== null ? shareFull() : null;
  }

  async function check(bytesId: string): Promise<void> {
    const isFresh = listed !== null && Date.now() - listed.at < maxAgeMs;
    if (isFresh && exceeded(bytesId, SAFE_PART) === null) return;
    await listAgain();
    if (exceeded(bytesId) === null) return;
    const now = Date.now();
    if (now - reclaimedAt >= RECLAIM_EVERY_MS) {
      const ended = [...names()].filter((id) => hasEnded(id, now));
      if (ended.length > 0) {
        reclaimedAt = now;
        await reclaim(ended);
        await listAgain();
      }
    }
    const error = exceeded(bytesId);
    if (error) throw error;
  }

  return async (bytesId, create) => {
    const mine = turn.then(async () => {
      await check(bytesId);
      admitted.set(bytesId, null);
    });
    turn = mine.catch(() => {});
    await mine;
    try {
      const created = await create();
      admitted.set(bytesId, Date.now());
      return created;
    } catch (error) {
      admitted.delete(bytesId);
      throw error;
    }
  };
}

function isOfSameSubject(a: Promised, b: Promised): boolean {
  return a.subjectTag !== null && a.subjectTag === b.subjectTag;
}

function hasEnded(id: string, now: number): boolean {
  const endsAt = promisedBy(id)?.endsAt ?? null;
  return endsAt !== null && endsAt <= now;
}

function storeFull(): ApiError {
  return full("relay_full", "The server stores too many unfinished uploads at the moment. Please try again later.");
}

function shareFull(): ApiError {
  return full("relay_share_full", "You have too many unfinished uploads at the moment. Please finish or cancel some.");
}

function full(code: string, message: string): ApiError {
  return new ApiError(503, message, { code, headers: { "retry-after": String(RETRY_AFTER_SECONDS) } });
}
