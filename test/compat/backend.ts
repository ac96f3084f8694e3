import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RunningEmulator, startEmulator } from "../../demo/emulator/index.ts";
import { createTokenEndpoint, type GrantLimits } from "../../src/server/index.ts";

const SECRET = "a secret of the tests, long enough to sign with";
const TRANSCRIPTS: GrantLimits = { purposes: ["meeting_transcript"] };

/** A local Lightfield, and the endpoint for pages whose own server has none. */
export interface Backend {
  readonly emulator: RunningEmulator;
  readonly endpoint: (request: Request) => Promise<Response>;
  /** What the recipes' endpoints read. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** @param grant what every user may upload; default: transcripts */
export async function openBackend(grant: GrantLimits = TRANSCRIPTS): Promise<Backend> {
  const dataDir = await mkdtemp(join(tmpdir(), "lightfield-compat-data-"));
  const emulator = await startEmulator({ dataDir });
  const { apiKey, apiUrl } = emulator;
  return {
    emulator,
    endpoint: createTokenEndpoint({
      apiKey,
      secret: SECRET,
      baseUrl: apiUrl,
      basePath: "/api/uploads",
      authorize: () => ({ subject: "ana", ...grant }),
    }),
    environment: { LIGHTFIELD_API_KEY: apiKey, LIGHTFIELD_BASE_URL: apiUrl, UPLOAD_SECRET: SECRET },
    async close() {
      await emulator.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
