import { type CreateMd5, digestOf, ReadError } from "./md5.ts";
import { type FromWorker, PROTOCOL, type ToWorker } from "./messages.ts";
import { readChunks } from "./read-chunks.ts";

/**
 * The worker's side. Every job reads and hashes for itself, and they take turns at each read: a small file does not wait
 * behind a large one. This file ships as a source string with a budget of its own, hence its brevity.
 */
export function serveMd5(createMd5: CreateMd5): void {
  const jobs = new Map<number, AbortController>();
  const say = (message: FromWorker) => postMessage(message);

  async function hash(job: number, file: Blob): Promise<void> {
    const controller = new AbortController();
    jobs.set(job, controller);
    const { signal } = controller;
    try {
      const md5 = await digestOf(readChunks(file), { md5: await createMd5(), totalBytes: file.size, signal });
      say({ kind: "digest", job, md5 });
    } catch (error) {
      const kind = error instanceof ReadError ? "unreadable" : "broken";
      if (!signal.aborted) say({ kind, job, reason: String(error) });
    } finally {
      jobs.delete(job);
    }
  }

  addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
    if (data.kind === "hash") void hash(data.job, data.file);
    else jobs.get(data.job)?.abort();
  });

  // Making one at once compiles the WebAssembly, and shows whether that is allowed here.
  createMd5().then(
    () => say({ kind: "ready", protocol: PROTOCOL }),
    (error: unknown) => say({ kind: "refused", reason: String(error) }),
  );
}
