import type { RequestListener } from "node:http";
import { join } from "node:path";
import { createTokenEndpoint, type TokenEndpointOptions } from "lightfield-uploader/server";
import { createRelay, type RelayOptions } from "lightfield-uploader/server/relay";
import type { RunningEmulator } from "../emulator/index.ts";

export const RESUMABLE_ENDPOINT = "/api/resumable";
export const RELAY = "/api/relay";

/** Small enough to see an upload advance on the demo's page; a real host gives what its proxies let through. */
const CHUNK_BYTES = 16 * 1_048_576;
const CLEAN_EVERY_MS = 10 * 60_000;

export type RelayLimits = Pick<RelayOptions, "idleMs" | "answerWithinMs">;

export interface ResumableOptions {
  /** As for the plain endpoint: key, secret, `authorize`. */
  readonly endpoint: Omit<TokenEndpointOptions, "basePath" | "transfer" | "onCancelled">;
  /** Where the relay keeps what has not reached storage yet. */
  readonly dataDir: string;
  /** Lets faults happen between browser and relay; null for none. */
  readonly emulator: RunningEmulator | null;
  readonly relay?: RelayLimits;
}

export interface Resumable {
  readonly endpoint: (request: Request) => Promise<Response>;
  readonly relay: RequestListener;
  close(): void;
}

/** A second token endpoint, whose files travel by tus through a relay of this host's. */
export function createResumable({ endpoint, dataDir, emulator, relay: limits }: ResumableOptions): Resumable {
  const relay = createRelay({
    url: RELAY,
    secret: endpoint.secret,
    directory: join(dataDir, "relay"),
    chunkBytes: CHUNK_BYTES,
    ...limits,
  });
  /** Which file an upload's address stands for: only a fault for one file needs to know. */
  const fileIds = new Map<string, string>();
  const stopCleaning = relay.keepClean(CLEAN_EVERY_MS);

  return {
    endpoint: createTokenEndpoint({
      ...endpoint,
      basePath: RESUMABLE_ENDPOINT,
      async transfer(file, call) {
        const transfer = await relay.transfer(file, call);
        fileIds.set(new URL(transfer.url).pathname, file.id);
        return transfer;
      },
      onCancelled: relay.forget,
    }),
    relay:
      emulator?.frontFor(relay.listener, {
        fileOf: (req) => fileIds.get(new URL(req.url ?? "/", "http://relay").pathname) ?? null,
      }) ?? relay.listener,
    close: stopCleaning,
  };
}
