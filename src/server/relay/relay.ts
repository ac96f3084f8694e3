import { MemoryLocker } from "@tus/server";
import { type CreateReply, MAX_FILE_BYTES, type WireTransfer } from "../../host/protocol.ts";
import { ApiError } from "../api-error.ts";
import type { TransferCall } from "../endpoint/options.ts";
import { createFileTokens } from "../tokens/file-token.ts";
import { createAdmission } from "./admission.ts";
import { createDeliveries } from "./delivery/deliveries.ts";
import { checkRelayOptions, DEFAULTS, type RelayOptions, secretsOf } from "./options.ts";
import { createSessions } from "./sessions.ts";
import { folderStorage, type Storage } from "./store/folder-store.ts";
import { createRecords } from "./store/records.ts";
import { createEndpoint } from "./tus/endpoint.ts";
import { createMount } from "./tus/mount.ts";
import { createNodeListener, type NodeListener } from "./tus/node-listener.ts";
import { createReceiver } from "./tus/receiver.ts";

export interface Relay {
  /** For `createTokenEndpoint`: prepares the upload of a new file, and says where its bytes go. */
  readonly transfer: (file: CreateReply, call: TransferCall) => Promise<WireTransfer>;
  /**
   * Frees what a file holds; as it is, a hook for `onCancelled`. Nothing happens for a file that is not known.
   * Bytes that another session has taken over stay.
   */
  readonly forget: (file: Forgettable) => Promise<void>;
  /** The tus server, for whatever speaks `Request` and `Response`. Mount it at `url` and everything below. */
  readonly handle: (request: Request) => Promise<Response>;
  /** The same for a plain Node server, which lets less of a refused body in. */
  readonly listener: NodeListener;
  /** Removes expired leftovers; returns how many entries. To be called now and then, or see `keepClean`. */
  readonly cleanUp: () => Promise<number>;
  /** Calls `cleanUp` every so many milliseconds, without keeping the process alive; returns how to stop. */
  readonly keepClean: (everyMs: number) => () => void;
}

/** A file's id, a file, or what a hook of the token endpoint's is told of one. */
export type Forgettable = string | { readonly id: string } | { readonly file: { readonly id: string } };

/** How long one request waits for another one that must not be disturbed. */
const LOCK_WAIT_MS = 20_000;

/**
 * A tus server for hosts whose storage does not let browsers in, or who want uploads that survive a broken line. It
 * keeps a file's bytes until they are complete, passes them on to the file's presigned URL, and only then says so. All
 * that it knows lies in the store: any instance with the same store, secret and locker can serve the next request.
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
      const tell = options.onError ?? ((error: Error) => console.error(`lightfield-uploader: ${error.message}`));
      tell(new Error(message));
    } catch {
      // A log that fails must not cost the user the answer.
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
        // One round may take longer than the time to the next.
        if (isCleaning) return;
        isCleaning = true;
        const end = () => {
          isCleaning = false;
        };
        cleanUp().then(end, (error: unknown) => {
          end();
          report(`Cleaning up failed: ${error instanceof Error ? error.name : "unknown"}.`);
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
  if (!/^https?:\/\//i.test(file.uploadUrl) || !URL.canParse(file.uploadUrl)) {
    throw new ApiError(502, "Lightfield's answer names no address that the file could be sent to.");
  }
  if (file.sizeBytes > maxFileBytes) {
    throw new ApiError(413, `Files may have at most ${maxFileBytes} bytes here.`, {
      code: "file_too_large",
      param: "sizeBytes",
    });
  }
  if (!Number.isSafeInteger(file.sizeBytes) || file.sizeBytes < 1) {
    throw new ApiError(400, "A file must have a whole number of bytes, and at least one.", { param: "sizeBytes" });
  }
}
