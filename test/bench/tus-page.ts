/** Page of the `tus` suite: a bare PUT, and the transport with the MD5 worker in parallel. Bundled by tus.ts. */
import { WorkerHasher } from "../../src/hash/worker-hasher.ts";
import { createTusTransport } from "../../src/transports/tus.ts";

declare global {
  interface Window {
    bare(url: string): Promise<number>;
    hashed(url: string): Promise<number>;
    tus(run: TusRun): Promise<TusResult>;
  }
}

export interface TusRun {
  readonly url: string;
  readonly chunkBytes: number | null;
  readonly checksum: "md5" | null;
}

export interface TusResult {
  readonly ms: number;
  readonly md5: string;
  readonly confirmed: number;
  /** Durations in milliseconds of tasks over 50 ms. */
  readonly longTasks: readonly number[];
}

const hasher = new WorkerHasher();
const md5 = (blob: Blob, signal: AbortSignal) => hasher.md5(blob, signal);
const transport = createTusTransport({ md5 });
const longTasks: number[] = [];
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longTasks.push(duration);
}).observe({ type: "longtask" });

function chosenFile(): File {
  const file = document.querySelector("input")?.files?.[0];
  if (!file) throw new Error("no file was chosen");
  return file;
}

/** Sends the file with a bare XHR PUT; returns the duration in milliseconds. */
window.bare = (url) =>
  new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const xhr = new XMLHttpRequest();
    xhr.open("PUT", url);
    xhr.setRequestHeader("content-type", "application/octet-stream");
    xhr.onload = () => resolve(performance.now() - startedAt);
    xhr.onerror = () => reject(new Error("the sink did not answer"));
    xhr.send(chosenFile());
  });

/** The bare PUT with the MD5 worker in parallel. The remaining difference to a tus upload is the cost of tus. */
window.hashed = async (url) => {
  const startedAt = performance.now();
  await Promise.all([md5(chosenFile(), new AbortController().signal), window.bare(url)]);
  return performance.now() - startedAt;
};

/** Sends the file by tus. The duration ends when the server has every byte and the digest is known. */
window.tus = async ({ url, chunkBytes, checksum }) => {
  const file = chosenFile();
  const { signal } = new AbortController();
  let confirmed = 0;
  longTasks.length = 0;
  const startedAt = performance.now();
  const [digest] = await Promise.all([
    md5(file, signal),
    transport.send({
      file,
      transfer: { kind: "tus", url, headers: {}, chunkBytes, offset: 0, checksum },
      confirmed: 0,
      resuming: false,
      signal,
      onSent: () => {},
      onConfirmed: (bytes) => (confirmed = bytes),
    }),
  ]);
  return { ms: performance.now() - startedAt, md5: digest, confirmed, longTasks: [...longTasks] };
};
