import type { Checkpoint, Ports, Session } from "../ports.ts";
import type { HostGate } from "../session/host-gate.ts";
import type { InterruptedUpload } from "../snapshot.ts";
import type { CheckpointConfig, CheckpointKeeper, EarlierUpload } from "./checkpoint-keeper.ts";
import type { Recovery } from "./recovery.ts";
import type { InterruptedFilter } from "./session-claims.ts";

const NONE: readonly InterruptedUpload[] = [];
const NOTHING_LEFT: EarlierUpload = { kept: null, changed: false };

export interface RecoveryPorts extends Ports {
  /** Loads the code of the recovery. Default: a chunk of its own. May reject; the next call tries again. */
  loadRecovery?(): Promise<Pick<typeof import("./recovery.ts"), "Recovery">>;
}

/**
 * The recovery of one uploader. Its code is loaded when a stored upload is found or the first one is to be stored: pages
 * whose storage takes a single PUT never need it. If it cannot be loaded, nothing is found or stored, as in a browser
 * that stores nothing.
 */
export class LazyRecovery {
  readonly #ports: RecoveryPorts;
  readonly #gate: HostGate;
  readonly #onChange: () => void;
  #loading: Promise<Recovery | null> | null = null;
  #loaded: Recovery | null = null;

  constructor(ports: RecoveryPorts, gate: HostGate, onChange: () => void) {
    this.#ports = ports;
    this.#gate = gate;
    this.#onChange = onChange;
  }

  /** Interrupted uploads that no tab works on, as far as the last search could tell. */
  get interrupted(): readonly InterruptedUpload[] {
    return this.#loaded?.claims.interrupted ?? NONE;
  }

  /** null if the code cannot be loaded. */
  load(): Promise<Recovery | null> {
    const { loadRecovery = () => import("./recovery.ts") } = this.#ports;
    this.#loading ??= loadRecovery().then(
      (code) => {
        this.#loaded = new code.Recovery(this.#ports, this.#gate, this.#onChange);
        return this.#loaded;
      },
      () => {
        this.#loading = null;
        return null;
      },
    );
    return this.#loading;
  }

  /** Searches for interrupted uploads. */
  async search(filter: InterruptedFilter): Promise<void> {
    if (!this.#loaded && (await listed(this.#ports, filter.scope)).length === 0) return;
    await (await this.load())?.claims.search(filter);
  }

  checkpointFor(upload: CheckpointConfig): LazyCheckpoint {
    return new LazyCheckpoint(this.#ports, this, upload);
  }
}

/** The stored progress of one upload, by a `CheckpointKeeper` that is created when it is needed. */
export class LazyCheckpoint {
  readonly #ports: Ports;
  readonly #recovery: LazyRecovery;
  readonly #config: CheckpointConfig;
  #keeper: Promise<CheckpointKeeper | null> | null = null;
  #isSearched: boolean;

  constructor(ports: Ports, recovery: LazyRecovery, config: CheckpointConfig) {
    this.#ports = ports;
    this.#recovery = recovery;
    this.#config = config;
    this.#isSearched = config.claim !== null;
    // The keeper releases the claim when the upload ends.
    if (config.claim) void this.#load();
  }

  /** Whether stored uploads of earlier visits were searched for one of the same file. */
  get isSearched(): boolean {
    return this.#isSearched;
  }

  /** Takes over what an earlier visit left of the file, as `CheckpointKeeper.takeOver`. */
  async takeOver(signal: AbortSignal, onFound: (earlier: EarlierUpload) => void): Promise<void> {
    const stored = await listed(this.#ports, this.#config.scope);
    signal.throwIfAborted();
    const keeper = stored.length > 0 ? await this.#load() : null;
    signal.throwIfAborted();
    const found = (earlier: EarlierUpload) => {
      this.#isSearched = true;
      onFound(earlier);
    };
    if (keeper) await keeper.takeOver(stored, signal, found);
    else found(NOTHING_LEFT);
  }

  /** Saves the session, as `CheckpointKeeper.hold`. */
  hold(session: Session, confirmed: number): void {
    void this.#load().then((keeper) => keeper?.hold(session, confirmed));
  }

  /** Deletes the checkpoint when the upload has ended. */
  end(): void {
    void this.#keeper?.then((keeper) => keeper?.end());
  }

  #load(): Promise<CheckpointKeeper | null> {
    this.#keeper ??= this.#recovery.load().then((recovery) => recovery?.keeperFor(this.#config) ?? null);
    return this.#keeper;
  }
}

/** Stored uploads; none when the store fails, as in a browser that stores nothing. */
function listed({ checkpoints }: Pick<Ports, "checkpoints">, scope: string): Promise<readonly Checkpoint[]> {
  return checkpoints.list(scope).catch(() => []);
}
