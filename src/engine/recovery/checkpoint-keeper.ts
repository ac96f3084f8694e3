import type { FileEntry } from "../file-entry.ts";
import type { Checkpoint, FileIdentity, Ports, Session } from "../ports.ts";
import { asComparable } from "./comparable-context.ts";
import { identify, isSameFile } from "./fingerprint.ts";
import type { Claim, SessionClaims } from "./session-claims.ts";

type KeeperPorts = Pick<Ports, "checkpoints" | "hasher" | "clock">;

/** The upload whose progress is stored. */
export interface CheckpointConfig {
  readonly entry: FileEntry;
  /** Media type that is sent, as far as it is known. */
  mimeType(): string;
  readonly scope: string;
  readonly purpose: string | null;
  /** The page's context for the file. May throw. */
  context(): unknown;
  /** Claim of the interrupted upload that this one resumes; null when a search is needed. */
  readonly claim: Claim | null;
}

/** What an earlier visit left of a file. */
export interface EarlierUpload {
  readonly kept: Checkpoint | null;
  /** Whether an earlier visit left an upload with this name but different content. */
  readonly changed: boolean;
}

/** A session that is to be saved. */
interface Progress {
  readonly session: Session;
  readonly confirmed: number;
}

/** Stores the progress of one upload, and finds the stored progress of an earlier visit. */
export class CheckpointKeeper {
  readonly #ports: KeeperPorts;
  readonly #claims: SessionClaims;
  readonly #config: CheckpointConfig;
  /** Created when the file is first read, so that thousands of waiting files need none. */
  #stop: AbortController | null = null;
  #identity: Promise<FileIdentity> | null = null;
  #claim: Claim | null;
  #handle: FileSystemFileHandle | null = null;
  #isHandleAwaited = false;
  #search: Promise<void> = Promise.resolve();
  #latest: Progress | null = null;
  #isSaved = true;
  /** Whether there is a checkpoint of the claimed session. */
  #isStored: boolean;
  #isOver = false;
  #isWorking = false;

  constructor(ports: KeeperPorts, claims: SessionClaims, config: CheckpointConfig) {
    this.#ports = ports;
    this.#claims = claims;
    this.#config = config;
    this.#claim = config.claim;
    this.#isStored = config.claim !== null;
  }

  /**
   * Takes over the one of the stored uploads that is of the same file, unless another upload works on it. `onFound` is
   * called before any other command can come between.
   * @throws UploadError `file-unreadable`; the signal's reason, and then nothing was taken over
   */
  async takeOver(
    stored: readonly Checkpoint[],
    signal: AbortSignal,
    onFound: (earlier: EarlierUpload) => void,
  ): Promise<void> {
    // A search that a pause stopped first releases what it found.
    const search = this.#search.then(() => this.#findAmong(stored, signal));
    this.#search = search.then(
      () => {},
      () => {},
    );
    const earlier = await search;
    if (signal.aborted) {
      this.#claim?.leave();
      this.#claim = null;
      signal.throwIfAborted();
    }
    onFound(earlier);
  }

  /**
   * Saves the session now, and whenever more bytes are confirmed. Works in the background: no transfer waits for it.
   */
  hold(session: Session, confirmed: number): void {
    if (this.#isOver) return;
    this.#latest = { session, confirmed };
    this.#isSaved = false;
    void this.#work();
  }

  /** Deletes the checkpoint and releases the lock when the upload has ended. */
  end(): void {
    this.#isOver = true;
    this.#stop?.abort();
    void this.#work();
  }

  /** Performs its steps in order, so that a deleted checkpoint is not saved again. */
  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    while (this.#latest && !this.#isSaved && !this.#isOver) {
      this.#isSaved = true;
      // If the file cannot be read, the transfer reports it and no checkpoint is needed.
      await this.#save(this.#latest).catch(() => {});
    }
    if (this.#isOver) {
      const claim = this.#claim;
      this.#claim = null;
      await claim?.forget(this.#isStored);
    }
    this.#isWorking = false;
  }

  async #findAmong(stored: readonly Checkpoint[], signal: AbortSignal): Promise<EarlierUpload> {
    signal.throwIfAborted();
    let changed = false;
    for (const namesake of stored) {
      if (!this.#isOfSameKind(namesake)) continue;
      const { id } = namesake.session;
      const isSame = isSameFile(namesake.file, await this.#identify());
      signal.throwIfAborted();
      // The lock of another content's session is not taken, so that it stays free for an upload that can use it.
      if (!isSame) changed ||= !(await this.#claims.isBusy(id));
      const kept = isSame ? await this.#acquire(id, signal) : null;
      if (kept) return { kept, changed: false };
    }
    return { kept: null, changed };
  }

  /** Reads the checkpoint again, because another tab may have continued or finished the upload since it was listed. */
  async #acquire(sessionId: string, signal: AbortSignal): Promise<Checkpoint | null> {
    const claim = await this.#claims.acquire(sessionId);
    if (!claim) return null;
    const stored = await this.#ports.checkpoints.list(this.#config.scope).catch(() => []);
    const kept = stored.find(({ session }) => session.id === sessionId);
    if (signal.aborted) claim.leave();
    else if (!kept) void claim.forget(false);
    else {
      this.#claim = claim;
      this.#isStored = true;
      return kept;
    }
    return null;
  }

  async #save({ session, confirmed }: Progress): Promise<void> {
    const { checkpoints, clock } = this.#ports;
    const { entry, scope, purpose, context } = this.#config;
    const mimeType = this.#config.mimeType();
    const before = this.#claim;
    const wasStored = this.#isStored;
    if (before?.sessionId !== session.id) {
      this.#claim = await this.#claims.acquire(session.id);
      this.#isStored = false;
    }
    try {
      if (!this.#claim || this.#isOver) return;
      const file = await this.#identify();
      if (this.#isOver) return;
      const about = { file, mimeType, scope, purpose, context: asComparable(context()) ?? "" };
      const record = { session, confirmed, savedAt: clock.now(), ...about };
      await checkpoints.save(record, this.#handle ?? undefined);
      this.#isStored = true;
      if (entry.handle && !this.#handle) this.#awaitHandle(entry.handle);
    } finally {
      if (before !== this.#claim) await before?.forget(wasStored);
    }
  }

  /** The handle may arrive late or never. The checkpoint is saved again when it arrives. */
  #awaitHandle(handle: NonNullable<FileEntry["handle"]>): void {
    if (this.#isHandleAwaited) return;
    this.#isHandleAwaited = true;
    Promise.resolve(handle).then(
      (arrived) => {
        this.#handle = arrived;
        if (arrived && this.#latest) this.hold(this.#latest.session, this.#latest.confirmed);
      },
      () => {},
    );
  }

  #isOfSameKind({ file, purpose, context }: Checkpoint): boolean {
    const config = this.#config;
    return (
      file.name === pathOf(config.entry) && purpose === config.purpose && context === asComparable(config.context())
    );
  }

  /** The name includes the folder: files of one name in several folders are several files. */
  #identify(): Promise<FileIdentity> {
    if (this.#identity) return this.#identity;
    const { entry } = this.#config;
    this.#stop ??= new AbortController();
    const identity = identify(entry.file, this.#ports.hasher, this.#stop.signal).then((found) => ({
      ...found,
      name: pathOf(entry),
    }));
    this.#identity = identity;
    // A failure is not cached, because the file may be readable at the next attempt.
    identity.catch(() => {
      this.#identity = null;
    });
    return identity;
  }
}

function pathOf({ file, folder }: FileEntry): string {
  return folder ? `${folder}/${file.name}` : file.name;
}
