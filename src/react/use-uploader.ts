import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { applyOptions } from "../element/own-uploader.ts";
import { NOTHING } from "../element/uploads-controller.ts";
import type { Rejection } from "../engine/queue/constraints.ts";
import type { QueueSnapshot, UploadSnapshot } from "../engine/snapshot.ts";
import type { FileEntry, UploaderApi, UploaderEvent } from "../engine/uploader-api.ts";
import { type ConnectedUploader, type CreateUploaderOptions, loadUploader } from "../load-uploader.ts";

export interface UploaderHookOptions extends CreateUploaderOptions {
  /** Called for every event of the queue; the snapshot already shows it. */
  readonly onEvent?: ((event: UploaderEvent) => void) | undefined;
}

/** State and commands of a headless uploader. The commands keep their identity; those that do not apply do nothing. */
export interface UploaderHook extends Pick<QueueSnapshot, "uploads" | "counts" | "idle"> {
  /** State of the whole queue. */
  readonly snapshot: QueueSnapshot;
  /** The uploader itself; null on a server and until it is loaded. */
  readonly uploader: UploaderApi | null;
  /**
   * Adds the acceptable files. Resolves with what was added and what was refused; rejects when the uploader cannot be
   * loaded, and the next call tries again.
   */
  readonly add: (
    files: Iterable<File | FileEntry>,
  ) => Promise<{ readonly added: UploadSnapshot[]; readonly rejections: Rejection[] }>;
  /** Starts queued uploads. Needed only with `autoStart: false`. */
  readonly start: () => void;
  /** Pauses one upload, or all. */
  readonly pause: (id?: string) => void;
  /** Resumes one paused upload, or all. */
  readonly resume: (id?: string) => void;
  /** Retries one failed upload, or all. */
  readonly retry: (id?: string) => void;
  /** Cancels one upload, or all, at Lightfield as well. */
  readonly cancel: (id?: string) => void;
  /** Removes an upload from the list; one that is not over is cancelled first. */
  readonly remove: (id: string) => void;
}

/**
 * A headless uploader for components that draw the list themselves. It is loaded when the component is mounted, and
 * disposed of, which cancels its uploads, when the component is unmounted. Changed options apply to files added later.
 */
export function useUploader(options: UploaderHookOptions): UploaderHook {
  const latest = useRef(options);
  const [uploader, setUploader] = useState<ConnectedUploader | null>(null);
  const lifetime = useRef<Lifetime | null>(null);

  useEffect(() => {
    const own = new Lifetime(() => latest.current, setUploader);
    lifetime.current = own;
    own.load().catch(() => {
      // The first `add` tries again, and reports it.
    });
    return () => {
      own.end();
      setUploader(null);
    };
  }, []);

  useEffect(() => {
    const before = latest.current;
    latest.current = options;
    if (uploader) applyOptions(uploader, before, options);
  });

  const subscribe = useCallback((onChange: () => void) => uploader?.subscribe(onChange) ?? (() => {}), [uploader]);
  const snapshot = useSyncExternalStore(
    subscribe,
    () => uploader?.snapshot ?? NOTHING,
    () => NOTHING,
  );
  const commands = useMemo(() => createCommands(() => lifetime.current), []);
  const { uploads, counts, idle } = snapshot;
  return { snapshot, uploads, counts, idle, uploader, ...commands };
}

/** Of one mount. In StrictMode a component has two, and the first ends before the second begins. */
class Lifetime {
  readonly #options: () => UploaderHookOptions;
  readonly #onLoad: (uploader: ConnectedUploader) => void;
  #loading: Promise<ConnectedUploader> | null = null;
  #uploader: ConnectedUploader | null = null;
  #hasEnded = false;

  constructor(options: () => UploaderHookOptions, onLoad: (uploader: ConnectedUploader) => void) {
    this.#options = options;
    this.#onLoad = onLoad;
  }

  get uploader(): ConnectedUploader | null {
    return this.#uploader;
  }

  load(): Promise<ConnectedUploader> {
    this.#loading ??= this.#create();
    return this.#loading;
  }

  end(): void {
    this.#hasEnded = true;
    this.#uploader?.dispose();
  }

  async #create(): Promise<ConnectedUploader> {
    try {
      const uploader = await loadUploader(this.#options());
      uploader.listen((event) => this.#options().onEvent?.(event));
      this.#uploader = uploader;
      if (this.#hasEnded) uploader.dispose();
      else this.#onLoad(uploader);
      return uploader;
    } catch (error) {
      this.#loading = null;
      throw error;
    }
  }
}

function createCommands(lifetime: () => Lifetime | null) {
  const command = (run: (uploader: UploaderApi) => void) => {
    const uploader = lifetime()?.uploader;
    if (uploader) run(uploader);
  };
  return {
    async add(files: Iterable<File | FileEntry>) {
      const entries = [...files].map((file) => (file instanceof File ? { file } : file));
      const uploader = await lifetime()?.load();
      return uploader?.add(entries) ?? { added: [], rejections: [] };
    },
    start: () => command((uploader) => uploader.start()),
    pause: (id?: string) => command((uploader) => uploader.pause(id)),
    resume: (id?: string) => command((uploader) => uploader.resume(id)),
    retry: (id?: string) => command((uploader) => uploader.retry(id)),
    cancel: (id?: string) => command((uploader) => uploader.cancel(id)),
    remove: (id: string) => command((uploader) => uploader.remove(id)),
  };
}
