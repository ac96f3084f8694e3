import type { FileEntry } from "../file-entry.ts";
import type { Checkpoint, FileIdentity, Ports, Session } from "../ports.ts";
import { identify, isSameFile } from "./fingerprint.ts";
import { lockNameFor } from "./lock-name.ts";

export interface CheckpointConfig {
  readonly ports: Pick<Ports, "checkpoints" | "locks" | "hasher" | "clock">;
  readonly entry: FileEntry;
  readonly mimeType: string;
  readonly scope: string;
  readonly purpose: string | null;
  readonly context: unknown;
}

/** What an earlier visit left of this file. */
export interface Claim {
  readonly kept: Checkpoint | null;
  /** There was an upload of this name, but of another content. */
  readonly changed: boolean;
}

/** Lets one upload outlive its page: finds what was kept of its file, and keeps what it reaches. */
export class CheckpointKeeper {
  readonly #config: CheckpointConfig;
  /** Made when the file is first read: ten thousand files that wait need none. */
  #stop: AbortController | null = null;
  #isOver = false;
  #identity: Promise<FileIdentity> | null = null;
  #claim: Promise<Claim> | null = null;
  #isUnclaimed = true;
  #held: { readonly sessionId: string; readonly release: () => void } | null = null;
  /** One thing after the other, so that what is removed stays removed. */
  #chain: Promise<unknown> | null = null;

  constructor(config: CheckpointConfig) {
    this.#config = config;
  }

  /** What earlier visits left has not been asked for yet, or nobody waited for the answer. */
  get isUnclaimed(): boolean {
    return this.#isUnclaimed;
  }

  /**
   * Takes over what was kept of the same file, unless another tab is busy with it.
   * @throws UploadError `file-unreadable`; the signal's reason, and then the next call gets the same answer
   */
  async claim(signal: AbortSignal): Promise<Claim> {
    this.#claim ??= this.#look();
    try {
      const claim = await this.#claim;
      signal.throwIfAborted();
      this.#isUnclaimed = false;
      return claim;
    } catch (error) {
      if (!signal.aborted) this.#claim = null;
      throw error;
    }
  }

  /** From now on the session is this tab's, and outlives it. In the background: no transfer waits for it. */
  hold(session: Session, confirmed: number): void {
    this.#then(async () => {
      const { ports } = this.#config;
      if (this.#held?.sessionId !== session.id) {
        await this.#letGo();
        const release = await ports.locks.tryAcquire(lockNameFor(session.id));
        if (!release) return;
        this.#held = { sessionId: session.id, release };
      }
      await this.#save(session, confirmed);
    });
  }

  /** The upload is over, or its bytes are of no use: nothing is kept any more. */
  end(): void {
    this.#isOver = true;
    this.#stop?.abort();
    if (this.#claim || this.#chain) this.#then(() => this.#letGo());
  }

  async #look(): Promise<Claim> {
    const { ports, scope } = this.#config;
    const namesakes = (await ports.checkpoints.list(scope)).filter((one) => this.#isOfSameKind(one));
    if (namesakes.length === 0) return { kept: null, changed: false };
    const identity = await this.#identify();
    let changed = false;
    for (const kept of namesakes) {
      const lock = lockNameFor(kept.session.id);
      // The lock of what is of no use here stays free for whoever has a use for it.
      if (!isSameFile(kept.file, identity)) {
        changed ||= await ports.locks.isFree(lock);
        continue;
      }
      const release = await ports.locks.tryAcquire(lock);
      if (!release) continue;
      this.#held = { sessionId: kept.session.id, release };
      return { kept, changed: false };
    }
    return { kept: null, changed };
  }

  async #letGo(): Promise<void> {
    const held = this.#held;
    this.#held = null;
    if (!held) return;
    await this.#config.ports.checkpoints.remove(held.sessionId);
    held.release();
  }

  async #save(session: Session, confirmed: number): Promise<void> {
    const { ports, entry, mimeType, scope, purpose, context } = this.#config;
    const record = {
      session,
      file: await this.#identify(),
      mimeType,
      scope,
      purpose,
      context: asComparable(context),
      confirmed,
      savedAt: ports.clock.now(),
    };
    const handle = await entry.handle;
    if (this.#isOver) return;
    await ports.checkpoints.save(record, handle ?? undefined);
  }

  #isOfSameKind({ file, purpose, context }: Checkpoint): boolean {
    const config = this.#config;
    return file.name === pathOf(config.entry) && purpose === config.purpose && context === asComparable(config.context);
  }

  /** With the folder in its name: files of one name in several folders are several files. */
  #identify(): Promise<FileIdentity> {
    const { entry, ports } = this.#config;
    this.#stop ??= new AbortController();
    this.#identity ??= identify(entry.file, ports.hasher, this.#stop.signal).then((identity) => ({
      ...identity,
      name: pathOf(entry),
    }));
    return this.#identity;
  }

  /** A file that cannot be read is the transfer's to report; a checkpoint is then of no use. */
  #then(work: () => Promise<void>): void {
    this.#chain = (this.#chain ?? Promise.resolve()).then(work).catch(() => {});
  }
}

export function asComparable(context: unknown): string {
  return context === undefined || context === null ? "" : JSON.stringify(context);
}

function pathOf({ file, folder }: FileEntry): string {
  return folder ? `${folder}/${file.name}` : file.name;
}
