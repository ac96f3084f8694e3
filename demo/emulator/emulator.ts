import { join } from "node:path";
import { createApi } from "./api/api.ts";
import { createApiListener } from "./api/api-listener.ts";
import { IdempotencyKeys } from "./api/idempotency.ts";
import { DEFAULT_KEY } from "./api/keys.ts";
import { RateLimiter } from "./api/rate-limiter.ts";
import { findFile } from "./api/request-file.ts";
import { SearchIndex } from "./api/search-index.ts";
import { createClock } from "./clock.ts";
import { FaultList } from "./faults/faults.ts";
import { createFaultyFront } from "./front/faulty-front.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { closeServer, listen } from "./node-http.ts";
import type { EmulatorOptions, RunningEmulator } from "./options.ts";
import { RequestLog } from "./request-log.ts";
import { toStoredFile } from "./storage/file-record.ts";
import { FileStore } from "./storage/file-store.ts";
import { toStoredMeeting } from "./storage/meeting-record.ts";
import { MeetingStore } from "./storage/meeting-store.ts";
import { loadSecret, UrlSigner } from "./storage/signer.ts";
import { createStorageListener } from "./storage/storage.ts";

/**
 * Starts a local Lightfield: the Files API, meetings with transcripts, and object storage, on two origins like the real
 * ones.
 */
export async function startEmulator(options: EmulatorOptions): Promise<RunningEmulator> {
  let limits = { ...DEFAULT_LIMITS, ...options.limits };
  let allowedOrigins = options.allowedOrigins ?? "*";
  const keys = options.apiKeys ?? [DEFAULT_KEY];
  const clock = createClock(options.now);
  const { now } = clock;

  const store = new FileStore(options.dataDir, now);
  const meetings = new MeetingStore(options.dataDir, now);
  const signer = new UrlSigner(loadSecret(join(options.dataDir, "signing-secret")));
  const faults = new FaultList();
  const requests = new RequestLog(options.log);
  const rateLimiter = new RateLimiter(() => limits.requestsPerSecond, now);
  const keyFile = join(options.dataDir, "idempotency.jsonl");
  const idempotency = new IdempotencyKeys(keyFile, () => limits.idempotencySeconds * 1000, now);

  const storage = await listen(
    createStorageListener({
      store,
      signer,
      faults,
      log: requests,
      now,
      maxFileBytes: () => limits.maxFileBytes,
      allowedOrigins: () => allowedOrigins,
    }),
    options.storagePort ?? 0,
  );
  const api = createApi({
    store,
    meetings,
    signer,
    now,
    keys,
    rateLimiter,
    idempotency,
    limits: () => limits,
    search: new SearchIndex({ limits: () => limits, now }),
    storageUrl: () => storage.url,
  });
  const listener = createApiListener({
    api,
    store,
    meetings,
    faults,
    log: requests,
    maxBodyBytes: () => limits.maxBodyBytes,
    rateHeaders: (category) => rateLimiter.peek(category).headers,
  });
  const apiServer = await listen(listener, options.apiPort ?? 0).catch(async (error: unknown) => {
    await closeServer(storage);
    throw error;
  });

  return {
    apiUrl: apiServer.url,
    storageUrl: storage.url,
    apiKey: keys[0]?.key ?? "",
    faults,
    requests,
    files: () => store.all().map(toStoredFile),
    meetings: () => meetings.all().map(toStoredMeeting),
    objectPath: (fileId) => store.objectPath(fileId),
    setLimits(changed) {
      limits = { ...limits, ...changed };
    },
    setAllowedOrigins(origins) {
      allowedOrigins = origins;
    },
    frontFor(listener, { fileOf = () => null, concerns = () => true } = {}) {
      return createFaultyFront(listener, {
        faults,
        log: requests,
        fileOf: (req) => findFile(fileOf(req), store),
        expire: (fileId) => store.expire(fileId),
        concerns,
      });
    },
    expire: (fileId) => store.expire(fileId),
    advance: (ms) => clock.advance(ms),
    async close() {
      await Promise.all([closeServer(apiServer), closeServer(storage)]);
    },
  };
}
