/**
 * Composition root of `<lightfield-files>`: the only module that connects the element to its adapters. It needs a client for
 * the endpoint and the browser's connectivity, but neither the upload engine nor a transport.
 */
import { browserClock } from "./browser/clock.ts";
import { createConnectivity } from "./browser/connectivity.ts";
import type { Clock, Connectivity } from "./engine/ports.ts";
import type { HostFiles } from "./engine/session/host-files.ts";
import { createFilesClient } from "./host/files-client.ts";
import type { HostClientOptions } from "./host/host-client.ts";

export type { EndpointFunctions, HeadersSource } from "./host/host-client.ts";

export type FilesConnectionOptions = Pick<HostClientOptions, "endpoint" | "headers" | "credentials">;

export interface FilesPorts {
  readonly clock: Clock;
  readonly connectivity: Connectivity;
}

/** Creates a client for the endpoint's calls about existing files. */
export const connectFiles = (options: FilesConnectionOptions): HostFiles => createFilesClient(options);

/** Creates the browser's clock and connectivity. */
export const filesPorts = (): FilesPorts => ({ clock: browserClock, connectivity: createConnectivity() });
