import type { RequestListener } from "node:http";
import { join } from "node:path";
import { createTokenEndpoint, type TokenEndpointOptions } from "lightfield-uploader/server";
import { createRelay, type RelayOptions } from "lightfield-uploader/server/relay";
import type { RunningEmulator } from "../emulator/index.ts";

export const RESUMABLE_ENDPOINT = "/api/resumable";
export const RELAY = "/api/relay";

/** Chunk size, small enough to show progress on the demo's page. A real server sets what its proxies allow. */
const CHUNK_BYTES = 16 * 1_048_576;
const CLEAN_EVERY_MS = 10 * 60_000;

export type RelayLimits = Pick<RelayOptions, "idleMs" | "answerWithinMs">;

export interface ResumableOptions {
  /** Options of the plain endpoint: key, secret, `authorize`. */
  readonly endpoint: Omit<TokenEndpointOptions, "basePath" | "transfer" | "onCancelled">;
  /** Folder in which the relay stores bytes until they are delivered. */
  readonly dataDir: string;
  /** Adds faults between browser and relay; null for none. */
  readonly emulator: RunningEmulator | null;
  /** Limits of the relay that differ from its defaults. */
  readonly relay?: RelayLimits;
}

export interface Resumable {
  readonly endpoint: (request: Request) => Promise<Response>;
  readonly relay: RequestListener;
  close(): void;
}

/** A second endpoint, whose files are sent by tus through a relay on this server. */
export function createResumable({ endpoint, dataDir, emulator, relay: limits }: ResumableOptions): Resumable {
  const relay = createRelay({
    url: RELAY,
    secret: endpoint.secret,
    directory: join(dataDir, "relay"),
    chunkBytes: CHUNK_BYTES,
    ...limits,
  });
  /** File ids by the path of the upload, for faults that are limited to one file. */
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
