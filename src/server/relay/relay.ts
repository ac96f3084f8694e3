import { MemoryLocker } from "@tus/server";
import { type CreateReply, MAX_FILE_BYTES, type WireTransfer } from "../../host/protocol.ts";
import { ApiError } from "../api-error.ts";
import type { TransferCall } from "../endpoint/options.ts";
import { parseHttpUrl } from "../http-url.ts";
import { secretsOf } from "../shared-options.ts";
import { createFileTokens } from "../tokens/file-token.ts";
import { createAdmission } from "./admission.ts";
import { createDeliveries } from "./delivery/deliveries.ts";
import { checkRelayOptions, DEFAULTS, type RelayOptions } from "./options.ts";
import { createSessions } from "./sessions.ts";
import { folderStorage, type Storage } from "./store/folder-store.ts";
import { createRecords } from "./store/records.ts";
import { createEndpoint } from "./tus/endpoint.ts";
import { createMount } from "./tus/mount.ts";
import { createNodeListener, type NodeListener } from "./tus/node-listener.ts";
import { createReceiver } from "./tus/receiver.ts";

export interface Relay {
  /** Option of `createTokenEndpoint`: prepares the upload of a new file and returns the address for its bytes. */
  readonly transfer: (file: CreateReply, call: TransferCall) => Promise<WireTransfer>;
  /**
   * Deletes what the relay stores for a file; usable directly as `onCancelled`. Does nothing for an unknown file. Bytes
   * that another session has taken over are kept.
   */
  readonly forget: (file: Forgettable) => Promise<void>;
  /** The tus server as a function from `Request` to `Response`. Mount it at `url` and all paths below. */
  readonly handle: (request: Request) => Promise<Response>;
  /** The tus server for a plain Node server. It reads less of a refused body than `handle`. */
  readonly listener: NodeListener;
  /** Deletes expired entries and returns their number. Call it regularly, or use `keepClean`. */
  readonly cleanUp: () => Promise<number>;
  /**
   * Calls `cleanUp` every `everyMs` milliseconds without keeping the process alive. Returns a function that stops it.
   */
  readonly keepClean: (everyMs: number) => () => void;
}

/** A file id, a file, or the event that a hook of the token endpoint gets. */
export type Forgettable = string | { readonly id: string } | { readonly file: { readonly id: string } };

/** How long a request waits for a lock. */
const LOCK_WAIT_MS = 20_000;

/**
 * Creates a tus server for hosts whose storage refuses requests from browsers (CORS), or who want resumable uploads. It
 * stores a file's bytes until they are complete and delivers them to the file's presigned URL before it reports
 * success. All state is in the store, so every instance with the same store, secret and locker can serve the next
 * request.
 */
export function createRelay(options: RelayOptions): Relay {
  checkRelayOptions(options);
  const secrets = secretsOf(options);
  const locker = options.locker ?? new MemoryLocker();
  const idleMs = options.idleMs ?? DEFAULTS.idleMs;
  const maxFileBytes = options.maxFileBytes ?? MAX_FILE_BYTES;
  const storage = storageOf(options);
  const { store, list } = storage;

  const report = (message: string): void => {
    try {
      const onError = options.onError ?? ((error: Error) => console.error(`lightfield-uploader: ${error.message}`));
      onError(new Error(message));
    } catch {
      // An error in `onError` must not prevent the response.
    }
  };
  const mount = createMount(options.url);
  const records = createRecords(store);
  const receiver = createReceiver(store, locker, report);
  const deliveries = createDeliveries({ store, records, locker, idleMs, lockWaitMs: LOCK_WAIT_MS, report });
  const admit = list
    ? createAdmission(list, {
        maxStoredBytes:
          options.maxStoredBytes ?? (options.directory ? DEFAULTS.maxStoredBytes : Number.POSITIVE_INFINITY),
        maxUploads: options.maxUploads ?? (options.directory ? DEFAULTS.maxUploads : Number.POSITIVE_INFINITY),
      })
    : <T>(_sizeBytes: number, create: () => Promise<T>) => create();
  const sessions = createSessions({
    storage,
    secrets,
    locker,
    records,
    receiver,
    deliveries,
    admit,
    lockWaitMs: LOCK_WAIT_MS,
  });
  const endpoint = createEndpoint({
    mount,
    store,
    tokens: createFileTokens(secrets),
    records,
    receiver,
    sessions,
    deliveries,
    idleMs,
    maxFileBytes,
    answerWithinMs: options.answerWithinMs ?? DEFAULTS.answerWithinMs,
    allowedOrigins: [...(options.allowedOrigins ?? []), ...(mount.origin === null ? [] : [mount.origin])],
    report,
  });

  async function cleanUp(): Promise<number> {
    return sessions.cleanUp();
  }

  return {
    async transfer(file, call) {
      checkFile(file, maxFileBytes);
      const session = {
        fileId: file.id,
        subject: call.subject,
        sizeBytes: file.sizeBytes,
        uploadUrl: file.uploadUrl,
        uploadHeaders: file.uploadHeaders,
        expiresAt: (file.expiresAt && Date.parse(file.expiresAt)) || null,
      };
      const { binding, offset } = await sessions.open(session, call.replaces);
      return {
        kind: "tus",
        url: mount.urlOf(binding.id, call.request),
        headers: { Authorization: `Bearer ${call.token}` },
        ...(options.chunkBytes === undefined ? {} : { chunkBytes: options.chunkBytes }),
        offset,
      };
    },

    async forget(file) {
      const binding = await sessions.ofFile(idOf(file));
      if (binding) await sessions.close(binding);
    },

    handle: (request) => endpoint(request, null),
    listener: createNodeListener(endpoint),
    cleanUp,

    keepClean(everyMs) {
      let isCleaning = false;
      const timer = setInterval(() => {
        // A run may take longer than the interval.
        if (isCleaning) return;
        isCleaning = true;
        const end = () => {
          isCleaning = false;
        };
        cleanUp().then(end, (error: unknown) => {
          end();
          report(`Deleting expired entries failed: ${error instanceof Error ? error.name : "unknown"}.`);
        });
      }, everyMs);
      timer.unref();
      return () => clearInterval(timer);
    },
  };
}

function idOf(file: Forgettable): string {
  if (typeof file === "string") return file;
  return "file" in file ? file.file.id : file.id;
}

function storageOf(options: RelayOptions): Storage {
  if (options.directory !== undefined) {
    return folderStorage(options.directory, options.expiresAfterMs ?? DEFAULTS.expiresAfterMs);
  }
  return { store: options.store, list: options.listStored ?? null };
}

function checkFile(file: CreateReply, maxFileBytes: number): void {
  if (parseHttpUrl(file.uploadUrl) === null) {
    throw new ApiError(502, "Lightfield's response has no valid upload URL.");
  }
  if (file.sizeBytes > maxFileBytes) {
    throw new ApiError(413, `Files may have at most ${maxFileBytes} bytes here.`, {
      code: "file_too_large",
      param: "sizeBytes",
    });
  }
  if (!Number.isSafeInteger(file.sizeBytes) || file.sizeBytes < 1) {
    throw new ApiError(400, "The size of a file must be a whole number of bytes, at least 1.", { param: "sizeBytes" });
  }
}
