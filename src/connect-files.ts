/**
 * Composition root of `<lightfield-files>`: the only place where it meets its adapters. It needs the client of the
 * endpoint and the state of the network, but neither the engine nor a transport.
 */
import { browserClock } from "./browser/clock.ts";
import { createConnectivity } from "./browser/connectivity.ts";
import type { HostFiles } from "./engine/host-files.ts";
import type { Clock, Connectivity } from "./engine/ports.ts";
import { createFilesClient } from "./host/files-client.ts";
import type { HostClientOptions } from "./host/host-client.ts";

export type { EndpointFunctions, HeadersSource } from "./host/host-client.ts";

export type FilesConnectionOptions = Pick<HostClientOptions, "endpoint" | "headers" | "credentials">;

export interface FilesPorts {
  readonly clock: Clock;
  readonly connectivity: Connectivity;
}

export const connectFiles = (options: FilesConnectionOptions): HostFiles => createFilesClient(options);

export const filesPorts = (): FilesPorts => ({ clock: browserClock, connectivity: createConnectivity() });
