import type { EmulatorOptions } from "../emulator/index.ts";
import { startEmulator } from "../emulator/index.ts";
import type { Backend } from "./backend.ts";
import type { ServerFile } from "./server-files.ts";
import { summarize } from "./server-files.ts";

/** The emulator as backend. It reports the MD5 of stored bytes, which the real API does not. */
export async function openEmulatorBackend(options: EmulatorOptions): Promise<Backend> {
  const emulator = await startEmulator(options);
  return {
    apiKey: emulator.apiKey,
    baseUrl: emulator.apiUrl,
    storageOrigin: new URL(emulator.storageUrl).origin,
    emulator,
    async serverFiles() {
      const files = emulator.files().map((file): ServerFile => {
        const { id, filename, mimeType, sizeBytes, status, md5, createdAt } = file;
        return { id, name: filename, mimeType, sizeBytes, status, md5, createdAt };
      });
      return summarize(files, { source: "local", pollMs: 1000 });
    },
    close: () => emulator.close(),
  };
}
