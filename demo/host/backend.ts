import type { RunningEmulator } from "../emulator/index.ts";
import type { ServerFiles } from "./server-files.ts";

/** The Lightfield behind the demo: the local one, or the real one. */
export interface Backend {
  readonly apiKey: string;
  /** Undefined for the endpoint's own default. */
  readonly baseUrl: string | undefined;
  /** Where the browser sends the bytes; null when only each session tells. */
  readonly storageOrigin: string | null;
  /** The local Lightfield, which alone can fail on demand. */
  readonly emulator: RunningEmulator | null;
  /** What Lightfield holds now. `ask` is the demo's own token endpoint, called without a network in between. */
  serverFiles(ask: (path: string) => Promise<Response>): Promise<ServerFiles>;
  close(): Promise<void>;
}
