/**
 * Adapters that are loaded on first use, each as a separate chunk, because many pages never need them.
 */
import { UploadError } from "./engine/errors.ts";
import type { CheckpointStore, Hasher, Inspector, Transport } from "./engine/ports.ts";

/** The tus transport, loaded when the endpoint first requests it. */
export function lazyTusTransport(hasher: Pick<Hasher, "md5">): Transport<"tus"> {
  let loaded: Promise<Required<Transport<"tus">>> | null = null;
  const load = (): Promise<Required<Transport<"tus">>> => {
    loaded ??= import("./transports/tus.ts").then(
      ({ createTusTransport }) => createTusTransport({ md5: (blob, signal) => hasher.md5(blob, signal) }),
      (cause: unknown) => {
        // The next attempt loads it again.
        loaded = null;
        throw new UploadError("network", "the code for resumable uploads could not be loaded", { cause });
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

/** The checkpoint store, loaded when a checkpoint may exist or when the first one is saved. */
export function lazyCheckpoints(): CheckpointStore {
  let loaded: Promise<CheckpointStore | null> | null = null;
  const load = (): Promise<CheckpointStore | null> => {
    loaded ??= import("./browser/checkpoint-store.ts").then(
      ({ createCheckpointStore }) => createCheckpointStore(),
      () => {
        loaded = null;
        return null;
      },
    );
    return loaded;
  };
  return {
    async list(scope) {
      if (!hasSaved()) return [];
      return (await (await load())?.list(scope)) ?? [];
    },
    async save(checkpoint, handle) {
      rememberSaving();
      await (await load())?.save(checkpoint, handle);
    },
    remove: async (sessionId) => (await load())?.remove(sessionId),
    reopen: async (sessionId) => (await (await load())?.reopen(sessionId)) ?? null,
  };
}

/** The transcript inspection, loaded for the first file. If it cannot be loaded, files are sent without inspection. */
export const lazyInspector: Inspector = {
  inspect: async (file) => (await import("./transcripts/inspect.ts")).inspect(file),
};

function hasSaved(): boolean {
  try {
    return localStorage.getItem(SAVED_KEY) !== null;
  } catch {
    // The page may not use storage, so no checkpoint was saved either.
    return false;
  }
}

function rememberSaving(): void {
  try {
    localStorage.setItem(SAVED_KEY, "1");
  } catch {}
}
