/**
 * Composition root: the only module that connects the engine to its adapters. The element loads it through
 * `load-uploader.ts`.
 */
import { browserClock } from "./browser/clock.ts";
import { createConnectivity } from "./browser/connectivity.ts";
import { browserLocks } from "./browser/locks.ts";
import { randomId } from "./browser/random-id.ts";
import type { Host } from "./engine/ports.ts";
import { Uploader } from "./engine/queue/uploader.ts";
import type { UploaderApi, UploaderOptions } from "./engine/uploader-api.ts";
import { WorkerHasher } from "./hash/worker-hasher.ts";
import { createHostClient, type HostClientOptions } from "./host/host-client.ts";
import { lazyCheckpoints, lazyInspector, lazyMemory, lazyTusTransport } from "./lazy-ports.ts";
import { createPutTransport } from "./transports/put.ts";
import type { ERRORS_PAGE } from "./wire/console-codes.ts";

export type { EndpointFunctions, HeadersSource } from "./host/host-client.ts";

/** Checked by its type and not imported: the first script must share no module with the engine. */
const errorsPage: typeof ERRORS_PAGE = "lightfield-uploader/docs/errors";

export interface ConnectionOptions extends Pick<HostClientOptions, "endpoint" | "headers" | "credentials"> {
  /** URL of `md5.worker.js` on the page's own origin, for content security policies that allow no Blob workers. */
  readonly workerUrl?: string | undefined;
}

export interface CreateUploaderOptions extends ConnectionOptions, UploaderOptions {}

/** An uploader with the browser's adapters, whose endpoint can be changed. */
export interface ConnectedUploader extends UploaderApi {
  /** Changes the endpoint settings for later calls. Running requests continue with the previous settings. */
  reconnect(options: ConnectionOptions): void;
}

/** Creates a headless uploader with the browser's adapters. Throws on a server. */
export function createUploader(options: CreateUploaderOptions): ConnectedUploader {
  if (typeof location === "undefined") {
    throw new Error("createUploader needs a browser: on a server, call it in an effect.");
  }
  let host = createHostClient(options);
  let hasher = createHasher(options);
  const currentHasher = {
    md5: (file: Blob, signal: AbortSignal) => hasher.md5(file, signal),
    dispose: () => hasher.dispose(),
  };
  const ports = {
    // Looks up `host` at each call, so that `reconnect` also applies to existing uploads.
    host: {
      create(...call) {
        // The worker starts while the endpoint creates the session.
        hasher.warmUp();
        return host.create(...call);
      },
      complete: (...call) => host.complete(...call),
      cancel: (...call) => host.cancel(...call),
      retrieve: (...call) => host.retrieve(...call),
    } satisfies Host,
    hasher: currentHasher,
    transports: { put: createPutTransport(), tus: lazyTusTransport(currentHasher) },
    connectivity: createConnectivity(),
    clock: browserClock,
    checkpoints: lazyCheckpoints(),
    locks: browserLocks,
    memory: lazyMemory(),
    inspector: lazyInspector,
    // Logs to the console only: an exception in the page's code does not stop the uploads.
    reportError: (error: unknown) =>
      console.error(
        `<lightfield-uploader> [page-callback] A callback of the page threw. → ${errorsPage}#page-callback`,
        error,
      ),
    randomId,
  };
  const uploader = new Uploader(ports, options);
  let { workerUrl } = options;
  return Object.assign(uploader, {
    reconnect(next: ConnectionOptions): void {
      host = createHostClient(next);
      if (next.workerUrl === workerUrl) return;
      workerUrl = next.workerUrl;
      hasher = createHasher(next);
    },
  });
}

function createHasher({ workerUrl }: ConnectionOptions): WorkerHasher {
  return new WorkerHasher(workerUrl === undefined ? {} : { workerUrl });
}
