/**
 * Adapters that are loaded on first use, each as a separate chunk, because many pages never need them.
 */
import { UploadError } from "./engine/errors.ts";
import type { CheckpointStore, ContentMemory, Hasher, Inspector, Transport } from "./engine/ports.ts";

/** The tus transport, loaded when the endpoint first requests it. */
export function lazyTusTransport(hasher: Pick<Hasher, "md5">): Transport<"tus"> {
  let loaded: Promise<Required<Transport<"tus">>> | null = null;
  const load = (): Promise<Required<Transport<"tus">>> => {
    loaded ??= import("./transports/tus.ts").then(
      ({ createTusTransport }) => createTusTransport({ md5: (blob, signal) => hasher.md5(blob, signal) }),
      (cause: unknown) => {
        // The next attempt loads it again.
        loaded = null;
        throw new UploadError("network", "tus could not be loaded", { cause });
      },
    );
    return loaded;
  };
  return {
    kind: "tus",
    resumable: true,
    send: async (request) => (await load()).send(request),
    askConfirmed: async (question) => (await load()).askConfirmed(question),
    terminate: async (transfer, signal) => (await load()).terminate(transfer, signal),
  };
}

/** Key in `localStorage`, present once a checkpoint has been saved. Without it the checkpoint store is not loaded to list. */
export const SAVED_KEY = "lightfield-uploader:checkpoints";
/** The same for uploaded files, whose memory is not loaded to recall without it. */
const UPLOADED_KEY = "lightfield-uploader:uploaded";

/** The checkpoint store, loaded when a checkpoint may exist or when the first one is saved. */
export function lazyCheckpoints(): CheckpointStore {
  const load = lazily(async () => (await import("./browser/checkpoint-store.ts")).createCheckpointStore());
  return {
    async list(scope) {
      if (!isStored(SAVED_KEY)) return [];
      return (await (await load())?.list(scope)) ?? [];
    },
    async save(checkpoint, handle) {
      try {
        localStorage.setItem(SAVED_KEY, "1");
      } catch {}
      await (await load())?.save(checkpoint, handle);
    },
    remove: async (sessionId) => (await load())?.remove(sessionId),
    reopen: async (sessionId) => (await (await load())?.reopen(sessionId)) ?? null,
  };
}

/** The memory of uploaded content. If it cannot be loaded, nothing is recognized or remembered. */
export function lazyMemory(): ContentMemory {
  const load = lazily(async () => (await import("./content-memory.ts")).createContentMemory(UPLOADED_KEY));
  // The page's own files are known before they are stored.
  let hasUploaded = false;
  return {
    async recall(content, md5) {
      const memory = hasUploaded || isStored(UPLOADED_KEY) ? await load() : null;
      return memory?.recall(content, md5) ?? null;
    },
    async remember(...uploaded) {
      hasUploaded = true;
      await (await load())?.remember(...uploaded);
    },
  };
}

/** Loaded once: a bundler's `import()` looks for the files of a chunk in the document each time. */
const loadInspection = lazily(() => import("./transcripts/inspect.ts"));

/** The transcript inspection, loaded for the first file. If it cannot be loaded, files are sent without inspection. */
export const lazyInspector: Inspector = {
  async inspect(file) {
    const code = await loadInspection();
    if (!code) throw new Error("the inspection could not be loaded");
    return code.inspect(file);
  },
};

function isStored(key: string): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    // The page may not use storage, so nothing was saved elsewhere either.
    return false;
  }
}

/** Loads something once. Gives null when it cannot be loaded; the next call tries again. */
function lazily<T>(load: () => Promise<T>): () => Promise<T | null> {
  let loaded: Promise<T | null> | null = null;
  return () => {
    loaded ??= load().catch(() => {
      loaded = null;
      return null;
    });
    return loaded;
  };
}
