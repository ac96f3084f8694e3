import { existsSync } from "node:fs";
import { join } from "node:path";
import type { TokenEndpointOptions } from "lightfield-uploader/server";
import { createTokenEndpoint } from "lightfield-uploader/server";
import type { EmulatorOptions, RunningEmulator } from "../emulator/index.ts";
import { cdnApp, ENDPOINT, hostApp } from "./app.ts";
import { authorizeVisitor } from "./authorize.ts";
import { openEmulatorBackend } from "./emulator-backend.ts";
import { openLightfieldBackend } from "./lightfield-backend.ts";
import { listen } from "./listen.ts";
import { createMeetingHost, createNewMeetingEndpoint } from "./meetings.ts";
import { createResumable, RELAY, type RelayLimits } from "./resumable.ts";
import { loadSecret } from "./secret.ts";

export interface DemoOptions {
  /** Port; 0 for any free one. If it is in use, the next free one. */
  readonly port: number;
  /** Folder of the emulator's metadata and bytes. */
  readonly dataDir: string;
  /** API key of the real Lightfield, which is then used instead of the emulator. */
  readonly apiKey?: string | undefined;
  readonly baseUrl?: string | undefined;
  /** Secret for file tokens. Default: created at the first start and stored in `dataDir`. */
  readonly secret?: string | undefined;
  /** Further options of the emulator: limits, clock, origins. */
  readonly emulator?: Omit<EmulatorOptions, "dataDir">;
  readonly authorize?: TokenEndpointOptions["authorize"];
  /** Options for the calls of the token endpoints to Lightfield. */
  readonly calls?: Pick<TokenEndpointOptions, "fetch" | "timeoutMs">;
  /** Limits of the relay in milliseconds; its own defaults apply to those that are missing. */
  readonly relay?: RelayLimits;
}

export interface RunningDemo {
  readonly url: string;
  /** Second origin, from which pages may load the bundle. */
  readonly cdnUrl: string;
  /** The emulator; null with the real Lightfield. */
  readonly emulator: RunningEmulator | null;
  close(): Promise<void>;
}

/** Starts the whole demo in this process: Lightfield, the demo's web server and a CDN. */
export async function startDemo(options: DemoOptions): Promise<RunningDemo> {
  requireBuild();
  const backend = options.apiKey
    ? openLightfieldBackend(options.apiKey, options.baseUrl)
    : await openEmulatorBackend({ ...options.emulator, dataDir: options.dataDir });

  const access = {
    apiKey: backend.apiKey,
    secret: options.secret ?? loadSecret(options.dataDir),
    ...(backend.baseUrl === undefined ? {} : { baseUrl: backend.baseUrl }),
    authorize: options.authorize ?? authorizeVisitor,
    ...options.calls,
  };
  const endpoint = createTokenEndpoint({ ...access, basePath: ENDPOINT });
  const { dataDir, relay = {} } = options;
  const resumable = createResumable({ endpoint: access, dataDir, emulator: backend.emulator, relay });

  const cdn = await listen(cdnApp(), options.port === 0 ? 0 : options.port + 1);
  const meetings = createMeetingHost(access);
  const newMeetings = createNewMeetingEndpoint(access);
  const app = hostApp({ backend, endpoint, resumable, meetings, newMeetings, cdnUrl: cdn.url });
  // The relay reads from the socket itself, so a large file is read only as fast as the disk writes.
  const host = await listen(app, options.port, { path: RELAY, listener: resumable.relay });
  return {
    url: host.url,
    cdnUrl: cdn.url,
    emulator: backend.emulator,
    async close() {
      await host.close();
      await cdn.close();
      resumable.close();
      await backend.close();
    },
  };
}

function requireBuild(): void {
  const root = join(import.meta.dirname, "..", "..");
  const built = ["dist/lightfield-uploader.js", "demo/dist/panels.js"];
  const missing = built.find((file) => !existsSync(join(root, file)));
  if (missing) throw new Error(`${missing} is missing: run "npm run build" first ("npm start" does both).`);
}
