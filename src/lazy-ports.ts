/**
 * Adapters that most pages never need, each a chunk of its own: a host that takes plain PUTs loads neither of them.
 */
import { UploadError } from "./engine/errors.ts";
import type { CheckpointStore, Hasher, Inspector, Transport } from "./engine/ports.ts";

/** tus, fetched when the host first asks for it. */
export function lazyTusTransport(hasher: Pick<Hasher, "md5">): Transport<"tus"> {
  let loaded: Promise<Required<Transport<"tus">>> | null = null;
  const load = (): Promise<Required<Transport<"tus">>> => {
    loaded ??= import("./transports/tus.ts").then(
      ({ createTusTransport }) => createTusTransport({ md5: (blob, signal) => hasher.md5(blob, signal) }),
      (cause: unknown) => {
        // The next try fetches again.
        loaded = null;
        throw new UploadError("network", "the code for resumable uploads could not be fetched", { cause });
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

/** Says in `localStorage` that something was kept: without it nothing needs to be fetched to find that there is nothing. */
const MARK = "lightfield-uploader:checkpoints";

/** Checkpoints, fetched when there may be one, or when the first is saved. */
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
      if (!isMarked()) return [];
      return (await (await load())?.list(scope)) ?? [];
    },
    async save(checkpoint, handle) {
      mark();
      await (await load())?.save(checkpoint, handle);
    },
    remove: async (sessionId) => (await load())?.remove(sessionId),
    reopen: async (sessionId) => (await (await load())?.reopen(sessionId)) ?? null,
  };
}

/** The look at transcripts, fetched for the first of them; without it they are sent unseen. */
export const lazyInspector: Inspector = {
  inspect: async (file) => (await import("./transcripts/inspect.ts")).inspect(file),
};

function isMarked(): boolean {
  try {
    return localStorage.getItem(MARK) !== null;
  } catch {
    // Storage is closed to this page: then nothing was kept either.
    return false;
  }
}

function mark(): void {
  try {
    localStorage.setItem(MARK, "1");
  } catch {}
}
