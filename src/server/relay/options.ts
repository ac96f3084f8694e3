import type { Locker } from "@tus/server";
import type { ReadableStore } from "./store/folder-store.ts";

/** Where bytes lie until they are complete and passed on. */
export type RelayStorage =
  | {
      /** A folder of its own on this machine's disk. It is made if it is missing. */
      readonly directory: string;
      readonly store?: undefined;
      readonly listStored?: undefined;
    }
  | {
      /**
       * Any tus store that can also `read`: S3Store, GCSStore, … for several machines. Instances must not keep memories
       * of their own of what is in it (S3Store does unless it is given a shared `cache`).
       */
      readonly store: ReadableStore;
      /** The names of all uploads in the store. Needed for `maxStoredBytes` and `maxUploads`. */
      readonly listStored?: (() => Promise<readonly string[]>) | undefined;
      readonly directory?: undefined;
    };

export type RelayOptions = RelayStorage & {
  /** Where the relay is mounted, as the browser sees it: "/api/relay" or "https://app.example.com/api/relay". */
  readonly url: string;
  /** The token endpoint's own: the newest first. */
  readonly secret: string | readonly string[];
  /** Who works on an upload. Default: in memory, for one process. Several need one that they share. */
  readonly locker?: Locker | undefined;
  /** The most that one PATCH should carry. Default: the whole file in one; give what proxies in front let through. */
  readonly chunkBytes?: number | undefined;
  /** The most that one file may have. Default 536,870,912 (512 MiB), as Lightfield's. */
  readonly maxFileBytes?: number | undefined;
  /** The most that all unfinished uploads together may come to. Default 10 GiB in a folder, unbounded in a `store`. */
  readonly maxStoredBytes?: number | undefined;
  /** The most unfinished uploads. Default 1,000 in a folder, unbounded in a `store`. */
  readonly maxUploads?: number | undefined;
  /** For a folder: how long unfinished uploads are kept, in milliseconds. Default 24 hours. A `store` has its own say. */
  readonly expiresAfterMs?: number | undefined;
  /** Origins of the pages that may call beside the relay's own, exactly: "https://app.example.com". Default none. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** How long a sender, or storage, may be silent before it is given up, in milliseconds. Default 60,000. */
  readonly idleMs?: number | undefined;
  /**
   * How long an answer may take while a file is passed on, in milliseconds; then the client is told to ask again, which
   * the widget does for half an hour. Default 50,000: proxies give up after 60 seconds, as a rule.
   */
  readonly answerWithinMs?: number | undefined;
  /** Told of what went wrong, without URLs and tokens. Default: one line on the console. */
  readonly onError?: ((error: Error) => void) | undefined;
};

export const DEFAULTS = {
  maxStoredBytes: 10 * 1024 ** 3,
  maxUploads: 1000,
  expiresAfterMs: 24 * 3_600_000,
  idleMs: 60_000,
  answerWithinMs: 50_000,
} as const;

const COUNTS = [
  "chunkBytes",
  "maxFileBytes",
  "maxStoredBytes",
  "maxUploads",
  "expiresAfterMs",
  "idleMs",
  "answerWithinMs",
] as const satisfies readonly (keyof RelayOptions)[];

/** Complains about a mistake in a sentence that says what to do. It never quotes the secret. */
export function checkRelayOptions(options: RelayOptions): void {
  const { url, directory, store, listStored } = options;
  const secrets = secretsOf(options);
  if (secrets.length === 0 || secrets.some((secret) => typeof secret !== "string" || secret.length < 32)) {
    throw new TypeError(
      "createRelay needs `secret`: the one that createTokenEndpoint has, to know its tokens. It has 32 characters or more.",
    );
  }
  if (typeof url !== "string" || !(url.startsWith("/") || /^https?:\/\/[^/]/.test(url)) || /[?#]/.test(url)) {
    throw new TypeError('createRelay needs `url`: where it is mounted, "/api/relay" or "https://…/api/relay" say.');
  }
  if ((directory === undefined) === (store === undefined)) {
    throw new TypeError("createRelay needs either `directory` (a folder on this disk) or `store` (a tus store).");
  }
  if (store !== undefined && typeof store.read !== "function") {
    throw new TypeError(
      "The relay's `store` must be able to `read` an upload, as FileStore, S3Store and GCSStore can.",
    );
  }
  for (const name of COUNTS) {
    const value = options[name];
    if (value !== undefined && !(Number.isFinite(value) && value > 0)) {
      throw new TypeError(`The relay's \`${name}\` must be a number above 0; it is ${value}.`);
    }
  }
  for (const origin of options.allowedOrigins ?? []) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new TypeError(
        `\`allowedOrigins\` must list exact origins such as "https://app.example.com", without a path; "${origin}" is none.`,
      );
    }
  }
  const isBounded = options.maxStoredBytes !== undefined || options.maxUploads !== undefined;
  if (isBounded && store !== undefined && listStored === undefined) {
    throw new TypeError("With a `store` of your own, `maxStoredBytes` and `maxUploads` need `listStored`.");
  }
}

export function secretsOf({ secret }: Pick<RelayOptions, "secret">): readonly string[] {
  return typeof secret === "string" ? [secret] : (secret ?? []);
}
