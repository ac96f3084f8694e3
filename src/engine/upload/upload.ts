import type { FileEntry } from "../file-entry.ts";
import type { Inspection } from "../inspection.ts";
import { mimeTypeOf } from "../mime-types.ts";
import type { Ports, Session } from "../ports.ts";
import { CheckpointKeeper } from "../recovery/checkpoint-keeper.ts";
import type { HostGate } from "../session/host-gate.ts";
import { SessionKeeper } from "../session/session-keeper.ts";
import { isResumable } from "../session/transfer-kinds.ts";
import type { UploadSnapshot } from "../snapshot.ts";
import { askConfirmed } from "./ask-confirmed.ts";
import { Digest } from "./digest.ts";
import type { InspectionQueue, QueuedInspection } from "./inspection-queue.ts";
import { SentProgress } from "./sent-progress.ts";
import { takeSnapshot } from "./take-snapshot.ts";
import { type RunContext, UploadRun } from "./upload-run.ts";
import {
  confirmedOf,
  INITIAL_STATE,
  isLive,
  sessionOf,
  transition,
  type UploadEvent,
  type UploadState,
} from "./upload-state.ts";

export interface UploadConfig {
  readonly id: string;
  readonly entry: FileEntry;
  readonly purpose: string | null;
  readonly context: unknown;
  /** To whom a checkpoint of it belongs. */
  readonly scope: string;
  readonly origin: UploadSnapshot["origin"];
  readonly ports: Ports;
  readonly gate: HostGate;
  /** null when nobody wants to look at the file. */
  readonly inspections: InspectionQueue | null;
  /** Whether it starts by itself, once there is room. */
  readonly isDue: (upload: Upload) => boolean;
  readonly onChange: (upload: Upload, change: UploadChange) => void;
}

/** What happened to an upload; null when only the sent bytes moved. */
export type UploadChange = UploadEvent | { readonly type: "inspected" } | null;

/** One file's journey: holds its state, takes commands, and lets one run at a time work on it. */
export class Upload {
  readonly id: string;
  readonly entry: FileEntry;
  readonly progress = new SentProgress();
  readonly #config: UploadConfig;
  readonly #sessions: SessionKeeper;
  readonly #checkpoint: CheckpointKeeper;
  readonly #digest: Digest;
  readonly #look: QueuedInspection | null;
  #inspection: Inspection | null = null;
  #state: UploadState = INITIAL_STATE;
  #origin: UploadSnapshot["origin"];
  #run: AbortController | null = null;
  #snapshot: UploadSnapshot | null = null;

  constructor(config: UploadConfig) {
    const { entry, ports, gate, purpose, context, scope } = config;
    const { file } = entry;
    const mimeType = mimeTypeOf(file);
    this.id = config.id;
    this.entry = entry;
    this.#config = config;
    this.#origin = config.origin;
    this.#digest = new Digest(ports.hasher, file);
    this.#checkpoint = new CheckpointKeeper({ ports, entry, mimeType, scope, purpose, context });
    this.#sessions = new SessionKeeper(ports, gate, {
      filename: file.name,
      mimeType,
      sizeBytes: file.size,
      purpose,
      context,
    });
    this.#look =
      config.inspections?.ask(file, (inspection) => {
        this.#inspection = inspection;
        this.#changed({ type: "inspected" });
      }) ?? null;
  }

  get state(): UploadState {
    return this.#state;
  }

  get origin(): UploadSnapshot["origin"] {
    return this.#origin;
  }

  get inspection(): Inspection | null {
    return this.#inspection;
  }

  /** Whether it starts by itself, once there is room. */
  get isDue(): boolean {
    return this.#config.isDue(this);
  }

  get snapshot(): UploadSnapshot {
    this.#snapshot ??= takeSnapshot(this, this.#config.ports.transports);
    return this.#snapshot;
  }

  /** `isDue` is another now. */
  refresh(): void {
    this.#snapshot = null;
  }

  start(): void {
    if (this.#state.status !== "queued") return;
    const run = new AbortController();
    this.#run = run;
    this.#apply({ type: "start" });
    void new UploadRun(this.#asContext(), run.signal).drive().finally(() => {
      if (this.#run === run) this.#run = null;
    });
  }

  pause(): void {
    const paused = transition(this.#state, { type: "pause" });
    if (paused === this.#state) return;
    this.#stopRun();
    const doubtful = this.#doubtfulTransfer(paused);
    if (!doubtful) this.#showConfirmed(paused);
    this.#apply({ type: "pause" });
    if (doubtful) void this.#learnConfirmed(doubtful);
  }

  /** Back into the queue, from where it was paused or failed. */
  queue(): void {
    if (!this.#apply({ type: "queue" })) return;
    this.#run?.abort();
    this.#run = null;
  }

  cancel(): void {
    this.#look?.drop();
    const session = sessionOf(this.#state);
    const maybeComplete = isLive(this.#state) && this.#state.step.kind === "finalize";
    if (!this.#apply({ type: "cancel" })) return;
    this.#stopRun();
    void this.#abandon(session, maybeComplete);
    this.#digest.stop();
  }

  #stopRun(): void {
    this.#run?.abort();
    this.#run = null;
    this.progress.stop();
  }

  /** The session of which more may have arrived than anybody was told; null when all is known, or nobody can be asked. */
  #doubtfulTransfer(state: UploadState): Session | null {
    if (!isLive(state) || state.step.kind !== "transfer") return null;
    const { session, confirmed } = state.step;
    const asks = isResumable(this.#config.ports.transports, session.transfer);
    return asks && this.progress.sentBytes > confirmed ? session : null;
  }

  /** A request that a pause cuts off may have carried much that nobody has confirmed: the server is asked, once. */
  async #learnConfirmed(session: Session): Promise<void> {
    const asking = new AbortController();
    this.#run = asking;
    const { ports, entry } = this.#config;
    const bytes = await askConfirmed(ports, { file: entry.file, transfer: session.transfer, signal: asking.signal });
    if (this.#run !== asking) return;
    this.#run = null;
    const event: UploadEvent = { type: "confirmed", bytes: bytes ?? 0 };
    this.#showConfirmed(transition(this.#state, event));
    if (this.#apply(event)) this.#checkpoint.hold(session, event.bytes);
    else this.#changed(null);
  }

  /** Once nothing moves, what left the browser and did not arrive counts no more. */
  #showConfirmed(state: UploadState): void {
    this.progress.restart(confirmedOf(state, this.entry.file.size));
  }

  /** An answer to complete that was lost may have been a yes: then the file is there, and saying "cancelled" would be wrong. */
  async #abandon(session: Session | null, maybeComplete: boolean): Promise<void> {
    const digest = this.#digest.begun;
    this.#checkpoint.end();
    const cancelled = await this.#sessions.abandon(session);
    if (cancelled || !maybeComplete || !session || !digest) return;
    const file = await this.#config.ports.host.retrieve(session, new AbortController().signal).catch(() => null);
    if (file?.status === "COMPLETED") this.#apply({ type: "completed", file, md5: await digest });
  }

  #asContext(): RunContext {
    const upload = this;
    const { ports, gate, entry } = this.#config;
    return {
      file: entry.file,
      ports,
      gate,
      sessions: this.#sessions,
      checkpoint: this.#checkpoint,
      digest: this.#digest,
      progress: this.progress,
      get state() {
        return upload.state;
      },
      looked: async (signal) => this.#look?.before(ports.clock, signal),
      apply: (event) => this.#apply(event),
      moved: () => this.#changed(null),
      recognize: (origin) => {
        this.#origin = origin;
      },
    };
  }

  #apply(event: UploadEvent): boolean {
    const next = transition(this.#state, event);
    if (next === this.#state) return false;
    this.#state = next;
    if (next.status === "succeeded") this.#checkpoint.end();
    this.#changed(event);
    return true;
  }

  #changed(change: UploadChange): void {
    this.#snapshot = null;
    this.#config.onChange(this, change);
  }
}
