/**
 * The relay on several machines: received bytes are in a bucket, and locks are in Redis. Every
 * instance can serve every request, without sticky sessions.
 *
 *     npm install @tus/server @tus/file-store @tus/s3-store ioredis
 */
import { Redis } from "ioredis";
import type { CounterStore } from "lightfield-uploader/server";
import { createRedisCounters, RedisLocker } from "lightfield-uploader/server/redis";
import { createRelay, type Relay, type RelayOptions } from "lightfield-uploader/server/relay";
import { RelayS3Store } from "./relay-s3-store.ts";

export interface SharedRelaySettings {
  /** A bucket used only by the relay: everything in it that is older than a day is deleted. */
  readonly bucket: string;
  readonly region: string;
  /** Address of an S3 service other than Amazon's. */
  readonly endpoint?: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  /** Address of Redis, "redis://…". */
  readonly redisUrl: string;
  readonly relay: Pick<RelayOptions, "url" | "secret"> & Partial<RelayOptions>;
}

export interface SharedRelay {
  readonly relay: Relay;
  /** Option `rateLimit.store` of the token endpoint: its limits hold for all instances together. */
  readonly counters: CounterStore;
  close(): void;
}

const EXPIRES_AFTER_MS = 24 * 3_600_000;
const CLEAN_EVERY_MS = 10 * 60_000;
const COMMAND_TIMEOUT_MS = 5000;

export function createSharedRelay(settings: SharedRelaySettings): SharedRelay {
  const { bucket, region, endpoint, credentials } = settings;
  // While Redis is down, requests are refused after seconds instead of waiting for it.
  const redis = new Redis(settings.redisUrl, { commandTimeout: COMMAND_TIMEOUT_MS });
  redis.on("error", ({ message }) => console.error(`relay: Redis: ${message}`));
  const store = new RelayS3Store({
    partSize: 8 * 1024 * 1024,
    expirationPeriodInMilliseconds: EXPIRES_AFTER_MS,
    // Tags need an additional permission and are used only by lifecycle rules.
    useTags: false,
    s3ClientConfig: {
      bucket,
      region,
      credentials,
      ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
      // Not every S3 service supports the newer checksums, and the file's MD5 is verified at the end.
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
    counters: createRedisCounters(redis),
    close() {
      stopCleaning();
      redis.disconnect();
    },
  };
}
