import { isAbort, UploadError } from "./errors.ts";
import type { HostGate } from "./host-gate.ts";
import { mimeTypeOf } from "./mime-types.ts";
import type { Ports, RemoteFile, Session } from "./ports.ts";
import { SpeedMeter } from "./progress.ts";
import { remedyFor } from "./recovery.ts";
import { sendBytes } from "./send-bytes.ts";
import { SessionKeeper } from "./session-keeper.ts";
import type { UploadSnapshot } from "./snapshot.ts";
import { takeSnapshot } from "./take-snapshot.ts";
import {
  INITIAL_STATE,
  isLive,
  type Step,
  sessionOf,
  transition,
  type UploadEvent,
  type UploadState,
} from "./upload-state.ts";
import type { FileEntry } from "./uploader-api.ts";

export interface UploadConfig {
  readonly id: string;
  readonly entry: FileEntry;
  readonly purpose: string | null;
  readonly context: unknown;
  readonly ports: Ports;
  readonly gate: HostGate;
  /** Called after every change; `event` is null when only the sent bytes moved. */
  readonly onChange: (upload: Upload, event: UploadEvent | null) => void;
}

/** One file's journey: drives the state machine, one run at a time. */
export class Upload {
  readonly id: string;
  readonly entry: FileEntry;
  readonly origin: UploadSnapshot["origin"] = "new";
  readonly speed = new SpeedMeter();
  readonly #config: UploadConfig;
  readonly #keeper: SessionKeeper;
  #state: UploadState = INITIAL_STATE;
  #run: AbortController | null = null;
  #digest: Promise<string> | null = null;
  #hashing = new AbortController();
  #sentBytes = 0;
  #verifying = false;
  /** Sessions given up since bytes last moved. */
  #renewals = 0;
  /** Sessions given up because of what arrived: bytes that move are no sign of betterment here. */
  #mismatches = 0;
  #snapshot: UploadSnapshot | null = null;

  constructor(config: UploadConfig) {
    this.id = config.id;
    this.entry = config.entry;
    this.#config = config;
    const { file } = config.entry;
    this.#keeper = new SessionKeeper(config.ports, config.gate, {
      filename: file.name,
      mimeType: mimeTypeOf(file),
      sizeBytes: file.size,
      purpose: config.purpose,
      context: config.context,
    });
  }

  get state(): UploadState {
    return this.#state;
  }

  get sentBytes(): number {
    return this.#sentBytes;
  }

  get verifying(): boolean {
    return this.#verifying;
  }

  get snapshot(): UploadSnapshot {
    this.#snapshot ??= takeSnapshot(this, this.#config.ports.transports);
    return this.#snapshot;
  }

  start(): void {
    if (this.#state.status === "queued") this.#launch();
  }

  pause(): void {
    if (this.#apply({ type: "pause" })) this.#stopRun();
  }

  /** Back into the queue, from where it was paused or failed. */
  queue(): void {
    if (this.#state.status === "failed") this.#renewals = this.#mismatches = 0;
    this.#apply({ type: "queue" });
  }

  cancel(): void {
    const session = sessionOf(this.#state);
    const maybeComplete = isLive(this.#state) && this.#state.step.kind === "finalize";
    if (!this.#apply({ type: "cancel" })) return;
    this.#stopRun();
    void this.#abandon(session, maybeComplete);
    this.#hashing.abort();
  }

  #launch(): void {
    this.#run = new AbortController();
    this.#apply({ type: "start" });
    void this.#drive(this.#run.signal);
  }

  #stopRun(): void {
    this.#run?.abort();
    this.#run = null;
    this.speed.reset();
    this.#verifying = false;
  }

  async #drive(signal: AbortSignal): Promise<void> {
    while (this.#state.status === "active" && !signal.aborted) {
      const { step, attempt } = this.#state;
      try {
        await this.#perform(step, signal);
      } catch (thrown) {
        if (isAbort(thrown, signal) || signal.aborted) return;
        await this.#recover(UploadError.from(thrown), step, attempt, signal).catch(ignoreAbort(signal));
      }
    }
    if (!signal.aborted) this.#run = null;
  }

  async #perform(step: Step, signal: AbortSignal): Promise<void> {
    if (step.kind === "authorize") {
      const session = await this.#keeper.open(signal);
      signal.throwIfAborted();
      this.#apply({ type: "authorized", session });
    } else if (step.kind === "transfer") {
      await this.#transfer(step.session, step.confirmed, signal);
      signal.throwIfAborted();
      this.#apply({ type: "transferred" });
    } else {
      await this.#config.gate.pass(signal);
      const md5 = await this.#md5();
      const file = await this.#config.ports.host.complete(step.session, md5, signal);
      if (file.status !== "COMPLETED") {
        throw new UploadError("protocol", `complete answered with status ${file.status}`);
      }
      this.#apply({ type: "completed", file, md5 });
    }
  }

  async #transfer(session: Session, confirmed: number, signal: AbortSignal): Promise<void> {
    const { ports } = this.#config;
    this.#sentBytes = confirmed;
    this.speed.reset();
    const digest = this.#md5();
    await sendBytes({
      ports,
      session,
      file: this.entry.file,
      confirmed,
      resuming: confirmed > 0,
      signal,
      digest,
      onSent: (bytes) => this.#moved(bytes),
      onConfirmed: (bytes) => {
        this.#moved(bytes);
        this.#renewals = 0;
        this.#apply({ type: "confirmed", bytes });
      },
      onAllSent: () => {
        this.#verifying = true;
        this.#changed(null);
      },
    });
    this.#verifying = false;
  }

  #moved(bytes: number): void {
    if (bytes <= this.#sentBytes) return;
    this.#sentBytes = Math.min(bytes, this.entry.file.size);
    this.speed.record(this.#sentBytes, this.#config.ports.clock.now());
    this.#changed(null);
  }

  /** One pass over the file, begun with its first transfer and kept through every later one. */
  #md5(): Promise<string> {
    if (!this.#digest) {
      const digest = this.#config.ports.hasher.md5(this.entry.file, this.#hashing.signal);
      digest.catch(() => {
        if (this.#digest === digest) this.#digest = null;
      });
      this.#digest = digest;
    }
    return this.#digest;
  }

  async #recover(error: UploadError, step: Step, attempt: number, signal: AbortSignal): Promise<void> {
    const { ports, gate } = this.#config;
    this.#verifying = false;
    gate.heed(error);
    if (!ports.connectivity.online && (error.code === "network" || error.code === "storage-unreachable")) {
      this.#apply({ type: "wait", reason: "offline", until: null, error });
      await backOnline(ports, signal);
      this.#apply({ type: "start" });
      return;
    }
    const renewals = isMismatch(error) ? this.#mismatches : this.#renewals;
    const situation = { step, error, attempt, renewals, now: ports.clock.now(), random: ports.clock.random };
    let remedy = remedyFor({ ...situation, asked: undefined });
    if (remedy.kind === "ask") remedy = remedyFor({ ...situation, asked: await this.#ask(step, signal) });
    signal.throwIfAborted();

    if (remedy.kind === "completed") {
      this.#apply({ type: "completed", file: remedy.file, md5: await this.#md5() });
    } else if (remedy.kind === "renew") {
      this.#renew(error);
    } else if (remedy.kind === "retry") {
      this.#apply({ type: "wait", reason: "backoff", until: ports.clock.now() + remedy.delayMs, error });
      await ports.clock.sleep(remedy.delayMs, signal);
      this.#apply({ type: "start" });
    } else {
      // What the server refused for good is not worth keeping: the retry button then begins with a new session.
      if (step.kind !== "authorize" && STALE_AFTER.has(error.code)) this.#renew(error);
      this.#apply({ type: "fail", error });
    }
  }

  /** The host's view of the file, or null when it would not say. */
  async #ask(step: Step, signal: AbortSignal): Promise<RemoteFile | null> {
    if (step.kind === "authorize") return null;
    try {
      await this.#config.gate.pass(signal);
      return await this.#config.ports.host.retrieve(step.session, signal);
    } catch (thrown) {
      signal.throwIfAborted();
      this.#config.gate.heed(UploadError.from(thrown));
      return null;
    }
  }

  #renew(error: UploadError): void {
    const session = sessionOf(this.#state);
    if (isMismatch(error)) this.#mismatches += 1;
    else this.#renewals += 1;
    // A mismatch may be the reader's fault as well as the line's: read again.
    if (error.code === "checksum") this.#digest = null;
    this.#sentBytes = 0;
    this.speed.reset();
    if (session) void this.#keeper.abandon(session);
    this.#apply({ type: "renew" });
  }

  /** An answer to complete that was lost may have been a yes: then the file is there, and saying "cancelled" would be wrong. */
  async #abandon(session: Session | null, maybeComplete: boolean): Promise<void> {
    const digest = this.#digest;
    const cancelled = await this.#keeper.abandon(session);
    if (cancelled || !maybeComplete || !session || !digest) return;
    const file = await this.#config.ports.host.retrieve(session, new AbortController().signal).catch(() => null);
    if (file?.status === "COMPLETED") this.#apply({ type: "completed", file, md5: await digest });
  }

  #apply(event: UploadEvent): boolean {
    const next = transition(this.#state, event);
    if (next === this.#state) return false;
    this.#state = next;
    this.#changed(event);
    return true;
  }

  #changed(event: UploadEvent | null): void {
    this.#snapshot = null;
    this.#config.onChange(this, event);
  }
}

const STALE_AFTER: ReadonlySet<string> = new Set([
  "checksum",
  "expired",
  "conflict",
  "refused",
  "not-found",
  "protocol",
]);

function isMismatch({ code }: UploadError): boolean {
  return code === "checksum" || code === "conflict";
}

function backOnline({ connectivity }: Ports, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      if (!connectivity.online && !signal.aborted) return;
      stop();
      signal.removeEventListener("abort", settle);
      signal.aborted ? reject(signal.reason) : resolve();
    };
    const stop = connectivity.subscribe(settle);
    signal.addEventListener("abort", settle);
    settle();
  });
}

/** A run that was stopped while it recovered ends quietly; anything else is a mistake of ours and must be seen. */
function ignoreAbort(signal: AbortSignal): (error: unknown) => void {
  return (error) => {
    if (!signal.aborted) throw error;
  };
}
