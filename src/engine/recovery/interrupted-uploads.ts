import type { Checkpoint, Ports } from "../ports.ts";
import { callWithRetries } from "../session/call-with-retries.ts";
import type { HostGate } from "../session/host-gate.ts";
import { terminateTransfer } from "../session/transfer-kinds.ts";
import type { InterruptedUpload } from "../snapshot.ts";
import { identify, isSameFile } from "./fingerprint.ts";
import { lockNameFor } from "./lock-name.ts";

/** A session that is over cannot go on by itself, but its bytes may be kept; after this long nobody keeps them. */
const STALE_AFTER_MS = 7 * 24 * 3_600_000;

/** Whose interrupted uploads are meant. */
export interface InterruptedFilter {
  readonly scope: string;
  readonly purpose: string | null;
  /** As JSON; null for any. */
  readonly context: string | null;
}

/** A file that was opened again by its handle. */
export interface Reopened {
  readonly file: File;
  readonly checkpoint: Checkpoint;
  /** It is as it was. */
  readonly isSame: boolean;
}

/** What earlier visits left unfinished and no tab is busy with. */
export class InterruptedUploads {
  readonly #ports: Ports;
  readonly #gate: HostGate;
  readonly #onChange: () => void;
  #checkpoints: readonly Checkpoint[] = [];
  #described: readonly InterruptedUpload[] = [];

  constructor(ports: Ports, gate: HostGate, onChange: () => void) {
    this.#ports = ports;
    this.#gate = gate;
    this.#onChange = onChange;
  }

  get list(): readonly InterruptedUpload[] {
    return this.#described;
  }

  /** Looks again. What is stale is forgotten on the way. */
  async find(filter: InterruptedFilter): Promise<void> {
    this.#set(await findInterrupted(this.#ports, filter));
  }

  /** The file of one of them; null when the browser cannot or may not open it. */
  async reopen(id: string): Promise<Reopened | null> {
    const checkpoint = this.#checkpoints.find(({ session }) => session.id === id);
    const file = checkpoint && (await this.#ports.checkpoints.reopen(id));
    if (!file) return null;
    const identity = await identify(file, this.#ports.hasher, new AbortController().signal).catch(() => null);
    // The handle knows no folder, so the name is not compared.
    const isSame = identity !== null && isSameFile({ ...identity, name: checkpoint.file.name }, checkpoint.file);
    return { file, checkpoint, isSame };
  }

  /** Somebody goes on with it: it is not interrupted any more. */
  takeUp(id: string): void {
    if (this.#checkpoints.some(({ session }) => session.id === id)) {
      this.#set(this.#checkpoints.filter(({ session }) => session.id !== id));
    }
  }

  /** Gives one up: forgotten here, cancelled at the host, its bytes freed. */
  async discard(id: string): Promise<void> {
    const checkpoint = this.#checkpoints.find(({ session }) => session.id === id);
    if (!checkpoint) return;
    this.takeUp(id);
    const { session } = checkpoint;
    const { checkpoints, host, transports } = this.#ports;
    const never = new AbortController().signal;
    await checkpoints.remove(id);
    await callWithRetries(this.#ports, this.#gate, () => host.cancel(session, never));
    await terminateTransfer(transports, session.transfer, never);
  }

  #set(checkpoints: readonly Checkpoint[]): void {
    this.#checkpoints = checkpoints;
    this.#described = checkpoints.map(describe);
    this.#onChange();
  }
}

export async function findInterrupted(
  { checkpoints, locks, clock }: Pick<Ports, "checkpoints" | "locks" | "clock">,
  { scope, purpose, context }: InterruptedFilter,
): Promise<readonly Checkpoint[]> {
  const found: Checkpoint[] = [];
  for (const checkpoint of await checkpoints.list(scope)) {
    if (clock.now() - checkpoint.savedAt > STALE_AFTER_MS) {
      await checkpoints.remove(checkpoint.session.id);
      continue;
    }
    if (checkpoint.purpose !== purpose || (context !== null && checkpoint.context !== context)) continue;
    if (await locks.isFree(lockNameFor(checkpoint.session.id))) found.push(checkpoint);
  }
  return found;
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
