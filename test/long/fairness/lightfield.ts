/** The local Lightfield as a process of its own, with its own rate limit of 25 requests a second. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator } from "../../../demo/emulator/index.ts";
import { announce } from "./process.ts";

const emulator = await startEmulator({ dataDir: await mkdtemp(join(tmpdir(), "lightfield-fairness-")) });
announce({ apiUrl: emulator.apiUrl, apiKey: emulator.apiKey });
