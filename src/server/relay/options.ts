import type { Locker } from "@tus/server";
import type { EventOptions } from "../events.ts";
import { areSecrets, checkAllowedOrigins, secretsOf } from "../shared-options.ts";
import type { ReadableStore } from "./store/folder-store.ts";

/** Store for bytes until they are complete and delivered to storage. */
export type RelayStorage =
  | {
      /** A separate folder on this machine's disk. It is created if it is missing. */
      readonly directory: string;
      readonly store?: undefined;
      readonly listStored?: undefined;
    }
  | {
      /**
       * Any tus store with a `read` method, for several machines: S3Store, GCSStore and others. Instances must not
       * cache its contents separately (S3Store does unless it is given a shared `cache`).
       */
      readonly store: ReadableStore;
      /** Lists the names of all uploads in the store. Required for `maxStoredBytes` and `maxUploads`. */
      readonly listStored?: (() => Promise<readonly string[]>) | undefined;
      readonly directory?: undefined;
    };

export type RelayOptions = RelayStorage &
  EventOptions & {
    /** Address of the relay for the browser: "/api/relay" or "https://app.example.com/api/relay". */
    readonly url: string;
    /** The same secrets as the token endpoint's, newest first. */
    readonly secret: string | readonly string[] | undefined;
    /** Locks for uploads. Default: in memory, for one process. Several processes need a shared locker. */
    readonly locker?: Locker | undefined;
    /** Bytes per PATCH. Default: the whole file in one. Set it to what the proxies in front allow. */
    readonly chunkBytes?: number | undefined;
    /**
     * Sends a file to storage while it arrives, if the client sends the whole file in one request. The store gets the same
     * bytes, for clients that lose the connection. Default true; false delivers each file when it is complete.
     */
    readonly passThrough?: boolean | undefined;
    /** Maximum size of one file in bytes. Default 536,870,912 (512 MiB), Lightfield's own limit. */
    readonly maxFileBytes?: number | undefined;
    /** Maximum total size of all unfinished uploads in bytes. Default 10 GiB for a folder, unlimited for a `store`. */
    readonly maxStoredBytes?: number | undefined;
    /** Maximum number of unfinished uploads. Default 1,000 for a folder, unlimited for a `store`. */
    readonly maxUploads?: number | undefined;
    /**
     * Maximum total size of the unfinished uploads of one subject. Default: a quarter of `maxStoredBytes`, but at least
     * one file of the maximum size. Users without a `subject` share only the total.
     */
    readonly maxStoredBytesPerSubject?: number | undefined;
    /** Maximum number of unfinished uploads of one subject. Default: a quarter of `maxUploads`, but at least 10. */
    readonly maxUploadsPerSubject?: number | undefined;
    /** Time for which a folder keeps unfinished uploads, in milliseconds. Default 24 hours. A `store` has its own setting. */
    readonly expiresAfterMs?: number | undefined;
    /** Maximum time that a request waits for a lock of the `locker`, in milliseconds. Default 20,000. */
    readonly lockWaitMs?: number | undefined;
    /** Exact origins of other pages that may call: "https://app.example.com". Default none. */
    readonly allowedOrigins?: readonly string[] | undefined;
    /** Time without a byte after which the connection to a client or storage is closed, in milliseconds. Default 60,000. */
    readonly idleMs?: number | undefined;
    /**
     * Maximum time that a response waits for the delivery of a file, in milliseconds. After that the client gets a 503 and
     * retries, which the element does for half an hour. Default 50,000, since most proxies time out after 60 seconds.
     */
    readonly answerWithinMs?: number | undefined;
    /** Called with each error; URLs and tokens are removed. Default: one line on the console. */
    readonly onError?: ((error: Error) => void) | undefined;
  };

export const DEFAULTS = {
  maxStoredBytes: 10 * 1024 ** 3,
  maxUploads: 1000,
  expiresAfterMs: 24 * 3_600_000,
  idleMs: 60_000,
  answerWithinMs: 50_000,
  lockWaitMs: 20_000,
  closeWithinMs: 25_000,
} as const;

const COUNTS = [
  "chunkBytes",
  "maxFileBytes",
  "maxStoredBytes",
  "maxUploads",
  "maxStoredBytesPerSubject",
  "maxUploadsPerSubject",
  "expiresAfterMs",
  "idleMs",
  "answerWithinMs",
  "lockWaitMs",
] as const satisfies readonly (keyof RelayOptions)[];

const LIMITS = ["maxStoredBytes", "maxUploads", "maxStoredBytesPerSubject", "maxUploadsPerSubject"] as const;

/** Checks the options. The error says what to change and never quotes the secret. @throws TypeError */
export function checkRelayOptions(options: RelayOptions): void {
  const { url, directory, store, listStored } = options;
  const secrets = secretsOf(options);
  if (!areSecrets(secrets)) {
    throw new TypeError(
      "createRelay needs `secret`: the same as createTokenEndpoint, to verify its tokens. It has 32 characters or more.",
    );
  }
  if (typeof url !== "string" || !(url.startsWith("/") || /^https?:\/\/[^/]/.test(url)) || /[?#]/.test(url)) {
    throw new TypeError(
      'createRelay needs `url`: its path or address, for example "/api/relay" or "https://…/api/relay".',
    );
  }
  if ((directory === undefined) === (store === undefined)) {
    throw new TypeError("createRelay needs either `directory` (a folder on this disk) or `store` (a tus store).");
  }
  if (store !== undefined && typeof store.read !== "function") {
    throw new TypeError("The relay's `store` must have a `read` method, like FileStore, S3Store and GCSStore.");
  }
  for (const name of COUNTS) {
    const value = options[name];
    if (value !== undefined && !(Number.isFinite(value) && value > 0)) {
      throw new TypeError(`The relay's \`${name}\` must be a number above 0; it is ${value}.`);
    }
  }
  checkAllowedOrigins(options.allowedOrigins);
  const isBounded = LIMITS.some((name) => options[name] !== undefined);
  if (isBounded && store !== undefined && listStored === undefined) {
    throw new TypeError(
      "With a `store` of your own, limits such as `maxStoredBytes` and `maxUploads` need `listStored`.",
    );
  }
}
