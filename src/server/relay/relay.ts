import { MemoryLocker } from "@tus/server";
import { type CreateReply, MAX_FILE_BYTES, type WireTransfer } from "../../host/protocol.ts";
import { ApiError } from "../api-error.ts";
import type { TransferCall } from "../endpoint/options.ts";
import { createEmit } from "../events.ts";
import type { Readiness } from "../health.ts";
import { parseHttpUrl } from "../http-url.ts";
import { secretsOf } from "../shared-options.ts";
import { createFileTokens } from "../tokens/file-token.ts";
import { type Admit, createAdmission, type Limits } from "./admission.ts";
import { createDeliveries } from "./delivery/deliveries.ts";
import { createLifecycle } from "./lifecycle.ts";
import { checkRelayOptions, DEFAULTS, type RelayOptions } from "./options.ts";
import { createReclaim } from "./reclaim.ts";
import { createSessions } from "./sessions.ts";
import { folderStorage, type Storage } from "./store/folder-store.ts";
import { boundedLocker } from "./store/locks.ts";
import { createRecords } from "./store/records.ts";
import { closingError } from "./tus/answers.ts";
import { createEndpoint } from "./tus/endpoint.ts";
import { createMount } from "./tus/mount.ts";
import { createNodeListener, type NodeListener } from "./tus/node-listener.ts";
import { observed } from "./tus/observed.ts";
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
  /** Whether the store and the locker answer and the relay is not closing, for `readyz`. */
  readonly ready: () => Promise<Readiness>;
  /**
   * Ends the service of this instance, on SIGTERM for example: uploads that are arriving are confirmed as far as they have
   * arrived, new requests get a 503 `relay_closing`, and deliveries have `withinMs` milliseconds to finish (default
   * 25,000; those that take longer are aborted and repeated by another instance). Close the server after it.
   */
  readonly close: (withinMs?: number) => Promise<void>;
}

/** A file id, a file, or the event that a hook of the token endpoint gets. */
export type Forgettable = string | { readonly id: string } | { readonly file: { readonly id: string } };

/**
 * Creates a tus server for storage that refuses requests from browsers (CORS), or for resumable uploads. It
 * stores a file's bytes until they are complete and delivers them to the file's presigned URL before it reports
 * success. All state is in the store, so every instance with the same store, secret and locker can serve the next
 * request.
 */
export function createRelay(options: RelayOptions): Relay {
  checkRelayOptions(options);
  const secrets = secretsOf(options);
  const lockWaitMs = options.lockWaitMs ?? DEFAULTS.lockWaitMs;
  const locker = boundedLocker(options.locker ?? new MemoryLocker(), lockWaitMs, (message) => report(message));
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
  const emit = createEmit(options);
  const mount = createMount(options.url);
  const records = createRecords(store);
  const receiver = createReceiver(store, locker, report);
  const deliveries = createDeliveries({ store, records, locker, idleMs, lockWaitMs, report, emit });
  const admit: Admit = list
    ? createAdmission({
        list,
        maxAgeMs: options.directory ? 0 : LISTING_MAX_AGE_MS,
        limits: limitsOf(options, maxFileBytes),
        reclaim: createReclaim({ list, locker, records, receiver }),
      })
    : (_bytesId, create) => create();
  const sessions = createSessions({
    storage,
    secrets,
    locker,
    records,
    receiver,
    deliveries,
    admit,
    lockWaitMs,
  });
  const lifecycle = createLifecycle({ storage, locker, receiver, deliveries });
  const handleTus = createEndpoint({
    isClosing: lifecycle.isClosing,
    mount,
    store,
    tokens: createFileTokens(secrets),
    records,
    receiver,
    sessions,
    deliveries,
    idleMs,
    maxFileBytes,
    passThrough: options.passThrough ?? true,
    answerWithinMs: options.answerWithinMs ?? DEFAULTS.answerWithinMs,
    allowedOrigins: [...(options.allowedOrigins ?? []), ...(mount.origin === null ? [] : [mount.origin])],
    report,
  });
  const endpoint = observed(handleTus, { lifecycle, emit });

  async function cleanUp(): Promise<number> {
    return sessions.cleanUp();
  }

  return {
    async transfer(file, call) {
      if (lifecycle.isClosing()) throw closingError();
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
        url: mount.urlOf(binding.id, call),
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
    ready: lifecycle.ready,
    close: (withinMs = DEFAULTS.closeWithinMs) => lifecycle.close(withinMs),

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

/** Maximum age of the listing of a `store`. Listing a bucket is slow, and an instance knows its own uploads without it. */
const LISTING_MAX_AGE_MS = 10_000;

/** Limits of the relay. One subject gets a quarter of them, but at least one file of the maximum size and a few uploads. */
function limitsOf(options: RelayOptions, maxFileBytes: number): Limits {
  const isFolder = options.directory !== undefined;
  const maxStoredBytes = options.maxStoredBytes ?? (isFolder ? DEFAULTS.maxStoredBytes : Number.POSITIVE_INFINITY);
  const maxUploads = options.maxUploads ?? (isFolder ? DEFAULTS.maxUploads : Number.POSITIVE_INFINITY);
  const fewestBytes = Math.min(maxStoredBytes, maxFileBytes);
  const fewestUploads = Math.min(maxUploads, 10);
  return {
    maxStoredBytes,
    maxUploads,
    maxStoredBytesPerSubject: options.maxStoredBytesPerSubject ?? Math.max(maxStoredBytes / 4, fewestBytes),
    maxUploadsPerSubject: options.maxUploadsPerSubject ?? Math.max(maxUploads / 4, fewestUploads),
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
    throw new ApiError(502, "Lightfield's response has no valid upload URL.", {
      code: "lightfield_unreadable",
    });
  }
  if (file.sizeBytes > maxFileBytes) {
    throw new ApiError(413, `Files may have at most ${maxFileBytes} bytes here.`, {
      code: "file_too_large",
      param: "sizeBytes",
    });
  }
  if (!Number.isSafeInteger(file.sizeBytes) || file.sizeBytes < 1) {
    throw new ApiError(400, "The size of a file must be a whole number of bytes, at least 1.", {
      code: "invalid_value",
      param: "sizeBytes",
    });
  }
}
