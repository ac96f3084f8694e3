import type { RunningEmulator } from "../emulator/index.ts";
import type { ServerFiles } from "./server-files.ts";

/** The Lightfield that the demo uses: the emulator or the real one. */
export interface Backend {
  readonly apiKey: string;
  /** Address of the API; undefined for the endpoint's default. */
  readonly baseUrl: string | undefined;
  /** Origin of storage; null if it is known only per session. */
  readonly storageOrigin: string | null;
  /** The emulator, which can fail on demand; null with the real Lightfield. */
  readonly emulator: RunningEmulator | null;
  /** Lists Lightfield's files. `ask` calls the demo's own endpoint directly, without a network. */
  serverFiles(ask: (path: string) => Promise<Response>): Promise<ServerFiles>;
  close(): Promise<void>;
}
