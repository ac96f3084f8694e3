import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { QueueSnapshot } from "../engine/snapshot.ts";
import type { UploaderApi, UploaderEvent } from "../engine/uploader-api.ts";
import type { ConnectedUploader, CreateUploaderOptions } from "../load-uploader.ts";
import { DrawingPace } from "./drawing-pace.ts";

export interface UploadsHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
  readonly keepAlive: boolean;
  readonly endpoint: CreateUploaderOptions["endpoint"] | null;
}

export interface UploadsControllerConfig {
  /** Creates the element's own uploader. */
  create(options: CreateUploaderOptions): Promise<ConnectedUploader>;
  /** Options by the current attributes and properties of the element. */
  options(): CreateUploaderOptions;
  onEvent(event: UploaderEvent): void;
}

type Command = (uploader: UploaderApi) => void;

/** Snapshot without any upload. */
export const NOTHING: QueueSnapshot = {
  uploads: [],
  interrupted: [],
  totalBytes: 0,
  sentBytes: 0,
  bytesPerSecond: null,
  remainingMs: null,
  counts: { queued: 0, active: 0, waiting: 0, paused: 0, failed: 0, succeeded: 0, cancelled: 0 },
  idle: true,
};

/**
 * Connects the element to its uploader: its own, created when the first file is added, or one that the page supplies. The
 * host is updated whenever the snapshot of the uploader changes.
 */
export class UploadsController implements ReactiveController {
  readonly #host: UploadsHost;
  readonly #config: UploadsControllerConfig;
  #own: ConnectedUploader | null = null;
  /** Pending while the own uploader is being loaded; commands wait for it in order. */
  #loading: Promise<UploaderApi | null> | null = null;
  #supplied: UploaderApi | null = null;
  /** Options that were applied to the own uploader last. */
  #applied: CreateUploaderOptions | null = null;
  #unsubscribe: (() => void) | null = null;
  readonly #pace: DrawingPace;

  constructor(host: UploadsHost, config: UploadsControllerConfig) {
    this.#host = host;
    this.#config = config;
    this.#pace = new DrawingPace(() => host.requestUpdate());
    host.addController(this);
  }

  get uploader(): UploaderApi | null {
    return this.#supplied ?? this.#own;
  }

  /** Options by the current attributes and properties of the element. */
  get options(): CreateUploaderOptions {
    return this.#config.options();
  }

  /** Whether the page supplied the uploader. */
  get isSupplied(): boolean {
    return this.#supplied !== null;
  }

  /** Whether there is an uploader, or an endpoint to create one for. */
  get isSetUp(): boolean {
    return this.isSupplied || Boolean(this.#host.endpoint);
  }

  /** Resolves when an update is requested for the current snapshot; undefined when none is needed. */
  get drawn(): Promise<void> | undefined {
    return this.#pace.drawn;
  }

  get snapshot(): QueueSnapshot {
    return this.uploader?.snapshot ?? NOTHING;
  }

  /** Uses an uploader that the page configures and disposes of; null returns to the element's own. */
  supply(uploader: UploaderApi | null): void {
    if (uploader === this.#supplied) return;
    this.#disconnect();
    this.#supplied = uploader;
    if (uploader && this.#host.isConnected) this.#follow(uploader);
    this.#host.requestUpdate();
  }

  /** Runs a command at once, or after loading while the uploader is being loaded; does nothing without an uploader. */
  command(run: Command): void {
    if (this.uploader) run(this.uploader);
    else this.#loading?.then((uploader) => uploader && run(uploader)).catch(() => {});
  }

  /** Runs a command, and creates the uploader first if there is none. Rejects when it cannot be loaded. */
  async withUploader(run: (uploader: UploaderApi) => void | Promise<void>): Promise<void> {
    // Without `await` when there is an uploader: files that the page adds are on the list when the call returns.
    if (this.uploader) {
      this.#configure();
      return run(this.uploader);
    }
    this.#loading ??= this.#create();
    const uploader = await this.#loading;
    if (uploader) return run(uploader);
  }

  hostConnected(): void {
    if (this.#supplied && !this.#unsubscribe) this.#follow(this.#supplied);
  }

  hostUpdate(): void {
    this.#pace.note();
    this.#configure();
  }

  /** Moving an element removes and inserts it in one task, so it counts as removed only after a microtask. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      if (this.#supplied) this.#stopFollowing();
      else if (!this.#host.keepAlive) this.#disconnect();
    });
  }

  /** Applies changed settings to the own uploader. */
  #configure(): void {
    if (!this.#own || !this.#applied) return;
    const now = this.#config.options();
    if (applyOptions(this.#own, this.#applied, now)) this.#applied = now;
  }

  /** Resolves to null when the element no longer needs the uploader. */
  #create(): Promise<UploaderApi | null> {
    const options = this.#config.options();
    const loading: Promise<UploaderApi | null> = this.#config.create(options).then(
      (uploader) => {
        if (this.#loading !== loading) {
          uploader.dispose();
          return null;
        }
        this.#own = uploader;
        this.#applied = options;
        this.#loading = null;
        this.#follow(uploader);
        this.#configure();
        return uploader;
      },
      (error: unknown) => {
        // The next file tries again.
        if (this.#loading === loading) this.#loading = null;
        throw error;
      },
    );
    return loading;
  }

  #follow(uploader: UploaderApi): void {
    const stops = [
      uploader.subscribe(() => this.#pace.drawSoon()),
      uploader.listen((event) => {
        // What the user waits for.
        if (event.type === "failed" || event.type === "finished") this.#pace.drawNextFrame();
        else if (!PACED.has(event.type) && !(event.type === "added" && this.#pace.isRecent)) this.#host.requestUpdate();
        this.#config.onEvent(event);
      }),
    ];
    this.#unsubscribe = () => {
      for (const stop of stops) stop();
    };
  }

  #stopFollowing(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#pace.stop();
  }

  #disconnect(): void {
    // Disposed of before the listeners are removed, so that the page is notified of the uploads that this cancels.
    this.#own?.dispose();
    this.#stopFollowing();
    this.#own = null;
    this.#loading = null;
    this.#supplied = null;
    this.#host.requestUpdate();
  }
}

/** Events caused by a server, possibly hundreds a second. Events caused by the user are drawn at once. */
const PACED = new Set<UploaderEvent["type"]>(["progressed", "started", "inspected", "succeeded"]);

const CONNECTION = ["endpoint", "headers", "credentials", "workerUrl"] as const;

/** Applies changed options to an uploader, and returns whether any has changed. */
export function applyOptions(
  uploader: ConnectedUploader,
  before: CreateUploaderOptions,
  now: CreateUploaderOptions,
): boolean {
  if (isSame(before, now)) return false;
  if (CONNECTION.some((key) => before[key] !== now[key])) uploader.reconnect(now);
  uploader.configure(now);
  return true;
}

function isSame(a: CreateUploaderOptions, b: CreateUploaderOptions): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof CreateUploaderOptions>;
  return [...keys].every((key) => a[key] === b[key]);
}
