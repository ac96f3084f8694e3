import { type CreateMd5, digestOf, ReadError } from "./md5.ts";
import { readChunks } from "./read-chunks.ts";
import { type FromWorker, PROTOCOL_VERSION, type ToWorker } from "./worker-messages.ts";

/**
 * The worker's side of the protocol. Jobs run concurrently and alternate at each read, so a small file does not wait behind
 * a large one. This code is short because it also ships as a source string with its own size budget.
 */
export function serveMd5(createMd5: CreateMd5): void {
  const jobs = new Map<number, AbortController>();
  const send = (message: FromWorker) => postMessage(message);

  async function hash(job: number, file: Blob): Promise<void> {
    const controller = new AbortController();
    jobs.set(job, controller);
    const { signal } = controller;
    try {
      const md5 = await digestOf(readChunks(file), { md5: await createMd5(), totalBytes: file.size, signal });
      send({ kind: "digest", job, md5 });
    } catch (error) {
      const kind = error instanceof ReadError ? "unreadable" : "broken";
      if (!signal.aborted) send({ kind, job, reason: String(error) });
    } finally {
      jobs.delete(job);
    }
  }

  addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
    if (data.kind === "hash") void hash(data.job, data.file);
    else jobs.get(data.job)?.abort();
  });

  // Creating one instance at start compiles the WebAssembly and shows whether the page allows it.
  createMd5().then(
    () => send({ kind: "ready", protocol: PROTOCOL_VERSION }),
    (error: unknown) => send({ kind: "refused", reason: String(error) }),
  );
}
