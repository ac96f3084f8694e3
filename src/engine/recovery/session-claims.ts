import type { Checkpoint, Ports } from "../ports.ts";
import type { InterruptedUpload } from "../snapshot.ts";
import { asComparable } from "./comparable-context.ts";
import { lockNameFor } from "./lock-name.ts";

/** Age in milliseconds after which a checkpoint is deleted: by then no server keeps its bytes. */
const STALE_AFTER_MS = 7 * 24 * 3_600_000;

/** Which interrupted uploads a search is for. */
export interface InterruptedFilter {
  readonly scope: string;
  readonly purpose: string | null;
  /** The page's context; a function stands for any. */
  readonly context: unknown;
}

/** Exclusive right of this tab to work on one session, until one of its functions is called, once. */
export interface Claim {
  readonly sessionId: string;
  /**
   * Deletes the session's checkpoint, then releases the session. One whose checkpoint stays is never released: another tab
   * would find it, and go on with what ends here.
   *
   * @param isStored whether there is a checkpoint, as far as is known
   */
  forget(isStored: boolean): Promise<void>;
  /** Keeps the checkpoint: the upload counts as interrupted again. */
  leave(): void;
}

/**
 * The one owner of locks, checkpoints and the list of interrupted uploads. A session is either claimed by an upload of
 * this tab, which holds its lock, or interrupted, or another tab's.
 */
export class SessionClaims {
  readonly #ports: Pick<Ports, "checkpoints" | "locks" | "clock">;
  readonly #onChange: () => void;
  readonly #claimed = new Set<string>();
  /** Checkpoints that the last search found. */
  #found: readonly Checkpoint[] = [];
  /** Public list of the interrupted uploads; null when outdated. */
  #rows: readonly InterruptedUpload[] | null = [];
  /** Sessions forgotten since the last search began. Its result may still contain them. */
  #forgotten = new Set<string>();

  constructor(ports: Pick<Ports, "checkpoints" | "locks" | "clock">, onChange: () => void) {
    this.#ports = ports;
    this.#onChange = onChange;
  }

  /** Interrupted uploads that no tab works on, as far as the last search could tell. */
  get interrupted(): readonly InterruptedUpload[] {
    this.#rows ??= this.#found.filter(({ session }) => !this.#claimed.has(session.id)).map(describe);
    return this.#rows;
  }

  /** The checkpoint of an interrupted upload that the last search found. */
  find(sessionId: string): Checkpoint | undefined {
    return this.#found.find(({ session }) => session.id === sessionId);
  }

  /** Searches again. Deletes stale checkpoints on the way. */
  async search(filter: InterruptedFilter): Promise<void> {
    const forgotten = new Set<string>();
    this.#forgotten = forgotten;
    const found = await findInterrupted(this.#ports, filter, this.#claimed);
    // Ignored if a later search has begun.
    if (this.#forgotten === forgotten) this.#set(found.filter(({ session }) => !forgotten.has(session.id)));
  }

  /** Claims a session for one upload; null when another upload, of this tab or another, works on it. */
  async acquire(sessionId: string): Promise<Claim | null> {
    if (this.#claimed.has(sessionId)) return null;
    this.#claimed.add(sessionId);
    this.#changed(sessionId);
    const release = await this.#ports.locks.tryAcquire(lockNameFor(sessionId)).catch(() => null);
    if (release) return this.#claim(sessionId, release);
    this.#claimed.delete(sessionId);
    this.#drop(sessionId);
    return null;
  }

  /** Whether an upload works on the session, here or in another tab. */
  async isBusy(sessionId: string): Promise<boolean> {
    return this.#claimed.has(sessionId) || !(await isFree(this.#ports, sessionId));
  }

  #claim(sessionId: string, release: () => void): Claim {
    const free = () => {
      release();
      this.#claimed.delete(sessionId);
      this.#changed(sessionId);
    };
    return {
      sessionId,
      leave: free,
      forget: async (isStored) => {
        const isLeft = await this.#ports.checkpoints.remove(sessionId).then(
          () => false,
          () => isStored,
        );
        this.#drop(sessionId);
        if (!isLeft) free();
      },
    };
  }

  #drop(sessionId: string): void {
    this.#forgotten.add(sessionId);
    if (this.find(sessionId)) this.#set(this.#found.filter(({ session }) => session.id !== sessionId));
  }

  #set(found: readonly Checkpoint[]): void {
    this.#found = found;
    this.#rows = null;
    this.#onChange();
  }

  #changed(sessionId: string): void {
    if (this.find(sessionId)) this.#set(this.#found);
  }
}

export async function findInterrupted(
  { checkpoints, locks, clock }: Pick<Ports, "checkpoints" | "locks" | "clock">,
  { scope, purpose, context }: InterruptedFilter,
  claimed: ReadonlySet<string> = new Set(),
): Promise<readonly Checkpoint[]> {
  const found: Checkpoint[] = [];
  // The context by a function depends on the file, which is not known here.
  const known = typeof context === "function" ? null : asComparable(context);
  for (const checkpoint of await checkpoints.list(scope).catch(() => [])) {
    const { id } = checkpoint.session;
    // A session that this tab works on is found as well, and hidden for as long as it is claimed.
    if (!claimed.has(id) && !(await isFree({ locks }, id))) continue;
    if (clock.now() - checkpoint.savedAt > STALE_AFTER_MS) {
      // Under its lock, so that no other tab resumes it in the same moment.
      const release = await locks.tryAcquire(lockNameFor(id)).catch(() => null);
      if (release) await checkpoints.remove(id).catch(() => {});
      release?.();
      continue;
    }
    if (checkpoint.purpose !== purpose || (known !== null && checkpoint.context !== known)) continue;
    found.push(checkpoint);
  }
  return found;
}

/** Whether no tab works on a session. A browser whose locks fail has none: every session is free. */
function isFree({ locks }: Pick<Ports, "locks">, sessionId: string): Promise<boolean> {
  return locks.isFree(lockNameFor(sessionId)).catch(() => true);
}

function describe({ session, file, mimeType, confirmed, savedAt, reopenable }: Checkpoint): InterruptedUpload {
  return Object.freeze({
    id: session.id,
    name: file.name,
    mimeType,
    sizeBytes: file.sizeBytes,
    confirmedBytes: confirmed,
    savedAt,
    reopenable,
  });
}
