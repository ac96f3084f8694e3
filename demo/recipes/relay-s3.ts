/**
 * The relay on several machines: what has arrived lies in a bucket, and who works on it is settled in Redis. Any
 * instance serves any request; nothing needs sticky sessions.
 *
 *     npm install @tus/server @tus/file-store @tus/s3-store ioredis
 */
import { Redis } from "ioredis";
import { createRelay, type Relay, type RelayOptions } from "lightfield-uploader/server/relay";
import { RedisLocker } from "./redis-locker.ts";
import { RelayS3Store } from "./relay-s3-store.ts";

export interface SharedRelaySettings {
  /** For a bucket of its own: everything in it that is older than `expiresAfterMs` is removed. */
  readonly bucket: string;
  readonly region: string;
  /** For another S3 than Amazon's. */
  readonly endpoint?: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** "redis://…" */
  readonly redisUrl: string;
  readonly relay: Pick<RelayOptions, "url" | "secret"> & Partial<RelayOptions>;
}

export interface SharedRelay {
  readonly relay: Relay;
  close(): void;
}

const EXPIRES_AFTER_MS = 24 * 3_600_000;
const CLEAN_EVERY_MS = 10 * 60_000;

export function createSharedRelay(settings: SharedRelaySettings): SharedRelay {
  const { bucket, region, endpoint, credentials } = settings;
  const redis = new Redis(settings.redisUrl);
  const store = new RelayS3Store({
    partSize: 8 * 1024 * 1024,
    expirationPeriodInMilliseconds: EXPIRES_AFTER_MS,
    // Tags need a permission of their own, and only serve lifecycle rules.
    useTags: false,
    s3ClientConfig: {
      bucket,
      region,
      credentials,
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
      // Not every S3 knows the newer checksums, and the file's MD5 is checked at the end anyway.
      requestChecksumCalculation: "WHEN_REQUIRED",
      responseChecksumValidation: "WHEN_REQUIRED",
    },
  });
  const relay = createRelay({
    maxStoredBytes: 100 * 1024 ** 3,
    ...settings.relay,
    directory: undefined,
    store,
    listStored: () => store.list(),
    locker: new RedisLocker(redis),
  });
  const stopCleaning = relay.keepClean(CLEAN_EVERY_MS);
  return {
    relay,
    close() {
      stopCleaning();
      redis.disconnect();
    },
  };
}
