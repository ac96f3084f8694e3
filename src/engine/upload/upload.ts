import { mayBeSameFile } from "../duplicates/same-file.ts";
import { UploadError } from "../errors.ts";
import type { FileEntry } from "../file-entry.ts";
import type { Inspection } from "../inspection.ts";
import type { ContentMemory, Session, UploadedBefore } from "../ports.ts";
import type { Claim } from "../recovery/session-claims.ts";
import { callWithRetries } from "../session/call-with-retries.ts";
import { isResumable } from "../session/transfer-kinds.ts";
import type { UploadSnapshot } from "../snapshot.ts";
import { OVER } from "../waits.ts";
import { askConfirmed } from "./ask-confirmed.ts";
import { Budget } from "./budget.ts";
import { isOverdue, isSessionRefused } from "./retry-policy.ts";
import type { RunContext } from "./run-context.ts";
import { createRunResources, type RunResources, type RunResourcesConfig } from "./run-resources.ts";
import { SentProgress } from "./sent-progress.ts";
import { takeSnapshot } from "./take-snapshot.ts";
import { type InspectionConfig, UploadInspection } from "./upload-inspection.ts";
import { UploadRun } from "./upload-run.ts";
import {
  confirmedOf,
  INITIAL_STATE,
  isLive,
  type SessionInUse,
  sessionOf,
  transition,
  type UploadEvent,
  type UploadState,
} from "./upload-state.ts";

export interface UploadConfig extends InspectionConfig, RunResourcesConfig {
  readonly id: string;
  readonly origin: UploadSnapshot["origin"];
  readonly resumes: (SessionInUse & { readonly claim: Claim }) | null;
  /** Recognizes content that was uploaded before; null when nothing is stored across page loads. */
  readonly memory: ContentMemory | null;
  /** Whether the upload starts without a command, once a place is free. */
  readonly isDue: (upload: Upload) => boolean;
  readonly onChange: (upload: Upload, change: UploadChange) => void;
}

/** Change of an upload: `moved` when bytes were sent, `redrawn` when only the displayed progress changed. */
export type UploadChange = UploadEvent | { readonly type: "inspected" | "moved" | "redrawn" };

/** The journey of one file: holds its state, accepts commands, and has at most one run at a time. */
export class Upload {
  readonly id: string;
  readonly entry: FileEntry;
  readonly progress = new SentProgress();
  readonly #config: UploadConfig;
  readonly #inspection: UploadInspection;
  /** null until they are needed, and once the file is uploaded: a list may hold thousands of files that need none. */
  #kept: RunResources | null = null;
  /**
   * Earlier upload of the same content; undefined before a run has compared them, null for none, false when the user has
   * answered or is not to be asked.
   */
  #before: UploadedBefore | null | false | undefined;
  #state: UploadState;
  /** null until a run needs it. */
  #budget: Budget | null = null;
  /** Storage had refused the session when the user asked for another try. */
  #wasRefused = false;
  #origin: UploadSnapshot["origin"];
  #isClosing = false;
  #run: AbortController | null = null;
  #snapshot: UploadSnapshot | null = null;

  constructor(config: UploadConfig) {
    const { entry, ports, resumes } = config;
    this.id = config.id;
    this.entry = entry;
    this.#config = config;
    this.#origin = config.origin;
    this.#state = resumes ? resumed(resumes, ports.clock.now()) : INITIAL_STATE;
    this.#showConfirmed(this.#state);
    if (!config.memory) this.#before = false;
    this.#inspection = new UploadInspection(config, () => this.#changed({ type: "inspected" }));
  }

  get state(): UploadState {
    return this.#state;
  }

  get origin(): UploadSnapshot["origin"] {
    return this.#origin;
  }

  get mimeType(): string {
    return this.#inspection.mimeType;
  }

  get inspection(): Inspection | null {
    return this.#inspection.shown;
  }

  get uploadedBefore(): UploadedBefore | null {
    return (this.#state.status === "paused" && this.#before) || null;
  }

  /** Whether it may have the content of another upload. Never once the user has answered, or when nothing is compared. */
  mayRepeat(other: Upload): boolean {
    return this.#before !== false && mayBeSameFile(this.entry, other.entry);
  }

  /** The session of the interrupted upload that this one resumes; null for none. */
  get resumes(): string | null {
    return this.#config.resumes?.session.id ?? null;
  }

  /** Whether it starts without a command, once a place is free. */
  get isDue(): boolean {
    return this.#config.isDue(this);
  }

  get snapshot(): UploadSnapshot {
    const { transports, clock } = this.#config.ports;
    this.#snapshot ??= takeSnapshot(this, transports, clock.now());
    return this.#snapshot;
  }

  /** Discards the snapshot, because `isDue` has changed. */
  refresh(): void {
    this.#snapshot = null;
  }

  /** Starts a queued upload. */
  start(): void {
    const run = new AbortController();
    this.#run = run;
    this.#before ??= undefined;
    this.#apply({ type: "start" });
    void new UploadRun(this.#asContext(run)).drive().finally(() => {
      run.abort(OVER);
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

  /** Returns a paused or failed upload to the queue, with as many attempts as a new upload. */
  queue(): void {
    this.#stopRun();
    this.#before &&= false;
    this.#budget = null;
    this.#wasRefused = this.#state.status === "failed" && isSessionRefused(this.#state.error);
    this.#apply({ type: "queue" });
  }

  cancel(): void {
    this.#inspection.drop();
    const session = sessionOf(this.#state);
    const maybeComplete = isLive(this.#state) && this.#state.step.kind === "finalize";
    if (!this.#apply({ type: "cancel" })) return;
    this.#stopRun();
    void this.#abandon(session, maybeComplete).catch(() => {});
    this.#resources.digest.stop();
  }

  /** Cancels the upload. During its request to complete, prevents further requests instead. */
  close(): void {
    this.#isClosing = true;
    this.cancel();
  }

  get #resources(): RunResources {
    this.#kept ??= createRunResources(this.#config, () => this.mimeType);
    return this.#kept;
  }

  #stopRun(): void {
    this.#run?.abort();
    this.#run = null;
    this.progress.stop();
  }

  /**
   * Session for which the server may have more bytes than confirmed; null when there is none, or it cannot be queried.
   */
  #doubtfulTransfer(state: UploadState): Session | null {
    if (!isLive(state) || state.step.kind !== "transfer") return null;
    const { session, confirmed } = state.step;
    const asks = isResumable(this.#config.ports.transports, session.transfer);
    return asks && this.progress.sentBytes > confirmed ? session : null;
  }

  /**
   * A request that a pause interrupted may have sent bytes that are not confirmed yet, so the server is queried once.
   */
  async #learnConfirmed(session: Session): Promise<void> {
    const asking = new AbortController();
    this.#run = asking;
    const { ports, entry } = this.#config;
    const bytes = await askConfirmed(ports, { file: entry.file, transfer: session.transfer, signal: asking.signal });
    if (this.#run !== asking) return;
    this.#run = null;
    const event: UploadEvent = { type: "confirmed", bytes: bytes ?? 0, refills: false };
    this.#showConfirmed(transition(this.#state, event));
    if (this.#apply(event)) this.#resources.checkpoint?.hold(session, event.bytes);
    else this.#changed({ type: "redrawn" });
  }

  /** When nothing is being sent, only confirmed bytes are shown as sent. */
  #showConfirmed(state: UploadState): void {
    this.progress.restart(confirmedOf(state, this.entry.file.size));
  }

  /**
   * Complete may have succeeded although its response is missing. Then the file exists, and "cancelled" would be wrong.
   */
  async #abandon(session: Session | null, maybeComplete: boolean): Promise<void> {
    const { ports, gate } = this.#config;
    const { sessions, checkpoint, digest } = this.#resources;
    const md5 = digest.started;
    checkpoint?.end();
    const isCancelled = await sessions.abandon(session);
    if (isCancelled || !maybeComplete || !session || !md5) return;
    const { signal } = new AbortController();
    const file = await callWithRetries(ports, gate, () => ports.host.retrieve(session, signal));
    if (file?.status === "COMPLETED") this.#apply({ type: "completed", file, md5: await md5 });
  }

  #asContext(run: AbortController): RunContext {
    const upload = this;
    const { ports, gate, entry } = this.#config;
    const { sessions, checkpoint, digest } = this.#resources;
    this.#budget ??= new Budget(confirmedOf(this.#state, entry.file.size), this.#wasRefused);
    return {
      signal: run.signal,
      file: entry.file,
      ports,
      gate,
      sessions,
      checkpoint,
      digest,
      progress: this.progress,
      budget: this.#budget,
      get state() {
        return upload.state;
      },
      get isClosing() {
        return upload.#isClosing;
      },
      inspected: (signal) => this.#inspected(signal),
      compared: (signal, own) => this.#compared(signal, own),
      apply: (event) => this.#apply(event),
      moved: () => this.#changed({ type: "moved" }),
      redraw: () => this.#changed({ type: "redrawn" }),
      recognize: (origin) => {
        this.#origin = origin;
      },
      requeue: () => {
        run.abort();
        this.#apply({ type: "requeue" });
      },
      close: () => {
        // Only the request to complete outlives the disposal, and only a failed upload can be cancelled in that step.
        this.#apply({ type: "fail", error: new UploadError("internal", "the uploader was disposed of") });
        this.cancel();
      },
    };
  }

  /** Waits for the inspection, and pauses the upload if it must be held. */
  async #inspected(signal: AbortSignal): Promise<void> {
    if (await this.#inspection.isHeld(this.#config.ports.clock, signal)) this.pause();
  }

  /** Compares the content with what was uploaded before, and pauses the upload until the user has answered. */
  async #compared(signal: AbortSignal, own?: string): Promise<void> {
    if (this.#before !== undefined) return;
    const { content, digest } = this.#resources;
    // The upload may have been cancelled since the memory was asked.
    const md5 = () => {
      signal.throwIfAborted();
      return digest.md5();
    };
    const before = (await this.#config.memory?.recall(content, md5)) ?? null;
    if (signal.aborted) return;
    // A page that ends may leave the checkpoint of a session that is complete.
    this.#before = before?.id === own ? null : before;
    if (this.#before) this.pause();
  }

  #apply(event: UploadEvent): boolean {
    const next = transition(this.#state, event);
    if (next === this.#state) return false;
    this.#state = next;
    if (next.status === "succeeded") {
      const { content, checkpoint } = this.#resources;
      void this.#config.memory?.remember(content, next.file, next.md5);
      checkpoint?.end();
      this.#kept = null;
      this.#budget = null;
    }
    this.#changed(event);
    return true;
  }

  #changed(change: UploadChange): void {
    this.#snapshot = null;
    this.#config.onChange(this, change);
  }
}

/** First state of a resumed upload. An expired session is replaced, with its bytes if the endpoint can keep them. */
function resumed({ session, confirmed }: SessionInUse, now: number): UploadState {
  if (isOverdue(session, now)) {
    return { status: "queued", step: { kind: "authorize", replaces: { session, confirmed } } };
  }
  return { status: "queued", step: { kind: "transfer", session, confirmed } };
}
