import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { QueueSnapshot } from "../engine/snapshot.ts";
import type { UploaderApi, UploaderEvent } from "../engine/uploader-api.ts";
import type { CreateUploaderOptions } from "../load-uploader.ts";
import type { DrawingPace } from "./drawing-pace.ts";
import type { OwnUploader } from "./own-uploader.ts";

export interface UploadsHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
  readonly keepAlive: boolean;
  readonly endpoint: CreateUploaderOptions["endpoint"] | null;
}

export interface UploadsControllerConfig {
  /** Creates the element's own uploader. */
  create(): Promise<OwnUploader>;
  /** Decides when the host is drawn; null until its code is loaded with the list. */
  pace(draw: () => void): DrawingPace | null;
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
  #own: OwnUploader | null = null;
  /** Pending while the own uploader is being loaded; commands wait for it in order. */
  #loading: Promise<UploaderApi | null> | null = null;
  #supplied: UploaderApi | null = null;
  #unsubscribe: (() => void) | null = null;
  /** Null until it is loaded: until then, every change is drawn with the next update. */
  #pace: DrawingPace | null = null;

  constructor(host: UploadsHost, config: UploadsControllerConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  get uploader(): UploaderApi | null {
    return this.#supplied ?? this.#own?.uploader ?? null;
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
    return this.#pace?.drawn;
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
      this.#own?.configure();
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
    this.#pace?.note();
    this.#own?.configure();
  }

  /** Moving an element removes and inserts it in one task, so it counts as removed only after a microtask. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      if (this.#supplied) this.#stopFollowing();
      else if (!this.#host.keepAlive) this.#disconnect();
    });
  }

  /** Resolves to null when the element no longer needs the uploader. */
  #create(): Promise<UploaderApi | null> {
    const loading: Promise<UploaderApi | null> = this.#config.create().then(
      (own) => {
        const { uploader } = own;
        if (this.#loading !== loading) {
          uploader.dispose();
          return null;
        }
        this.#own = own;
        this.#loading = null;
        this.#follow(uploader);
        own.configure();
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
    const draw = () => this.#host.requestUpdate();
    const pace = () => {
      this.#pace ??= this.#config.pace(draw);
      return this.#pace;
    };
    const stops = [
      uploader.subscribe(() => (pace()?.drawSoon ?? draw)()),
      uploader.listen((event) => {
        (pace()?.follow ?? draw)(event);
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
    this.#pace?.stop();
  }

  #disconnect(): void {
    // Disposed of before the listeners are removed, so that the page is notified of the uploads that this cancels.
    this.#own?.uploader.dispose();
    this.#stopFollowing();
    this.#own = null;
    this.#loading = null;
    this.#supplied = null;
    this.#host.requestUpdate();
  }
}
