import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { QueueSnapshot } from "../engine/snapshot.ts";
import type { UploaderApi, UploaderEvent } from "../engine/uploader-api.ts";
import type { ConnectedUploader, CreateUploaderOptions } from "../load-uploader.ts";
import { type Frame, nextFrame } from "./next-frame.ts";

export interface UploadsHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
  readonly keepAlive: boolean;
}

export interface UploadsControllerConfig {
  /** Makes the element's own uploader. */
  create(options: CreateUploaderOptions): Promise<ConnectedUploader>;
  /** What the element's attributes and properties say now. */
  options(): CreateUploaderOptions;
  onEvent(event: UploaderEvent): void;
}

type Command = (uploader: UploaderApi) => void;

const NOTHING: QueueSnapshot = {
  uploads: [],
  interrupted: [],
  totalBytes: 0,
  sentBytes: 0,
  bytesPerSecond: null,
  remainingMs: null,
  counts: { queued: 0, active: 0, waiting: 0, paused: 0, failed: 0, succeeded: 0, cancelled: 0 },
  idle: true,
};

/** Makes an uploader a Lit citizen: its own, made when the first file comes, or one that the page supplies. */
export class UploadsController implements ReactiveController {
  readonly #host: UploadsHost;
  readonly #config: UploadsControllerConfig;
  #own: ConnectedUploader | null = null;
  /** While the own uploader is on its way; commands line up behind it. */
  #coming: Promise<UploaderApi | null> | null = null;
  #supplied: UploaderApi | null = null;
  /** What the own uploader was last told. */
  #told: CreateUploaderOptions | null = null;
  #unsubscribe: (() => void) | null = null;
  #frame: Frame | null = null;
  /** Something has changed since the last update. */
  #isBehind = false;

  constructor(host: UploadsHost, config: UploadsControllerConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  get uploader(): UploaderApi | null {
    return this.#supplied ?? this.#own;
  }

  /** The uploader is the page's. */
  get isSupplied(): boolean {
    return this.#supplied !== null;
  }

  /** Resolves when an update is on its way for what has happened so far. */
  get drawn(): Promise<void> | undefined {
    return this.#isBehind ? this.#frame?.over : undefined;
  }

  get snapshot(): QueueSnapshot {
    return this.uploader?.snapshot ?? NOTHING;
  }

  /** The page's own uploader, which is the page's to configure and to dispose of; null to go back to ours. */
  supply(uploader: UploaderApi | null): void {
    if (uploader === this.#supplied) return;
    this.#giveUp();
    this.#supplied = uploader;
    if (uploader && this.#host.isConnected) this.#follow(uploader);
    this.#host.requestUpdate();
  }

  /** At once when there is an uploader, in turn when it is on its way, not at all when nobody asked for one yet. */
  command(run: Command): void {
    if (this.uploader) run(this.uploader);
    else this.#coming?.then((uploader) => uploader && run(uploader)).catch(() => {});
  }

  /** As `command`, but makes the uploader if need be. Rejects when it cannot be loaded. */
  async withUploader(run: (uploader: UploaderApi) => void | Promise<void>): Promise<void> {
    // Without an `await` when it is there, so that what the page adds is on the list when the call returns.
    if (this.uploader) {
      this.#passOn();
      return run(this.uploader);
    }
    this.#coming ??= this.#make();
    const uploader = await this.#coming;
    if (uploader) return run(uploader);
  }

  hostConnected(): void {
    if (this.#supplied && !this.#unsubscribe) this.#follow(this.#supplied);
  }

  hostUpdate(): void {
    this.#isBehind = false;
    this.#passOn();
  }

  /** A move is a removal and an insertion in one task, so only what is still away after a microtask has left. */
  hostDisconnected(): void {
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      if (this.#supplied) this.#stopFollowing();
      else if (!this.#host.keepAlive) this.#giveUp();
    });
  }

  /** Changed settings, before they are drawn. */
  #passOn(): void {
    if (!this.#own || !this.#told) return;
    const before = this.#told;
    const now = this.#config.options();
    if (isSame(before, now)) return;
    this.#told = now;
    if (CONNECTION.some((key) => before[key] !== now[key])) this.#own.reconnect(now);
    this.#own.configure(now);
  }

  /** Resolves to null when nobody wants it any more. */
  #make(): Promise<UploaderApi | null> {
    const told = this.#config.options();
    const coming: Promise<UploaderApi | null> = this.#config.create(told).then(
      (uploader) => {
        if (this.#coming !== coming) {
          uploader.dispose();
          return null;
        }
        this.#own = uploader;
        this.#told = told;
        this.#coming = null;
        this.#follow(uploader);
        this.#passOn();
        return uploader;
      },
      (error: unknown) => {
        // The next file is another try.
        if (this.#coming === coming) this.#coming = null;
        throw error;
      },
    );
    return coming;
  }

  #follow(uploader: UploaderApi): void {
    const stops = [
      uploader.subscribe(() => this.#updateNextFrame()),
      uploader.listen((event) => {
        if (!FROM_AFAR.has(event.type)) this.#host.requestUpdate();
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
    this.#frame?.cancel();
    this.#frame = null;
  }

  #giveUp(): void {
    // Disposed of while we still listen, so that the page hears which uploads that cancelled.
    this.#own?.dispose();
    this.#stopFollowing();
    this.#own = null;
    this.#coming = null;
    this.#supplied = null;
    this.#host.requestUpdate();
  }

  #updateNextFrame(): void {
    this.#isBehind = true;
    this.#frame ??= nextFrame(() => {
      this.#frame = null;
      if (this.#isBehind) this.#host.requestUpdate();
    });
  }
}

/** What a person has just done shows at once; what comes from a server, perhaps by the hundred, waits for the frame. */
const FROM_AFAR = new Set<UploaderEvent["type"]>([
  "progressed",
  "started",
  "inspected",
  "succeeded",
  "failed",
  "finished",
]);

const CONNECTION = ["endpoint", "headers", "credentials", "workerUrl"] as const;

function isSame(a: CreateUploaderOptions, b: CreateUploaderOptions): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof CreateUploaderOptions>;
  return [...keys].every((key) => a[key] === b[key]);
}
