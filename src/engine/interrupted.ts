import type { Checkpoint, CheckpointStore, Clock, Locks } from "./ports.ts";
import type { InterruptedUpload } from "./snapshot.ts";

/** Held by the tab that works on a session, so that no other sends the same bytes. */
export function lockNameFor(sessionId: string): string {
  return `lightfield-uploader ${sessionId}`;
}

/** A session that is over cannot go on by itself, but its bytes may be kept; after this long nobody keeps them. */
const STALE_AFTER_MS = 7 * 24 * 3_600_000;

export interface InterruptedPorts {
  readonly checkpoints: CheckpointStore;
  readonly locks: Locks;
  readonly clock: Clock;
}

/** What earlier visits left unfinished and no tab is busy with. What is stale is forgotten on the way. */
export async function findInterrupted(ports: InterruptedPorts, scope: string): Promise<readonly Checkpoint[]> {
  const found: Checkpoint[] = [];
  for (const checkpoint of await ports.checkpoints.list(scope)) {
    const { session, savedAt } = checkpoint;
    if (ports.clock.now() - savedAt > STALE_AFTER_MS) await ports.checkpoints.remove(session.id);
    else if (await isFree(ports.locks, session.id)) found.push(checkpoint);
  }
  return found;
}

export function describeInterrupted({ session, file, mimeType, ...rest }: Checkpoint): InterruptedUpload {
  return Object.freeze({
    id: session.id,
    name: file.name,
    mimeType,
    sizeBytes: file.sizeBytes,
    confirmedBytes: rest.confirmed,
    savedAt: rest.savedAt,
    reopenable: rest.reopenable,
  });
}

async function isFree(locks: Locks, sessionId: string): Promise<boolean> {
  const release = await locks.tryAcquire(lockNameFor(sessionId));
  release?.();
  return release !== null;
}
