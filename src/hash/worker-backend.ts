import { UploadError } from "../engine/errors.ts";
import { ReadError } from "./md5.ts";
import { type Md5Backend, Unavailable } from "./md5-backend.ts";
import { type FromWorker, PROTOCOL_VERSION, type ToWorker } from "./worker-messages.ts";

interface Job {
  resolve(md5: string): void;
  reject(error: unknown): void;
}

/**
 * Starts a worker and waits until it reports that it can hash. A content security policy can fail this in several ways: the
 * constructor throws (WebKit), an `error` event without a message follows later (Chromium, Firefox), the worker runs but
 * may not compile WebAssembly, or nothing happens at all.
 *
 * @throws Unavailable
 */
export function openWorker(create: () => Worker, startTimeoutMs: number): Promise<Md5Backend> {
  return new Promise((resolve, reject) => {
    let worker: Worker;
    try {
      worker = create();
    } catch (error) {
      reject(new Unavailable("the browser does not allow this worker", { cause: error }));
      return;
    }
    const jobs = new Map<number, Job>();
    const fail = (reason: string, permanent = true) => {
      clearTimeout(deadline);
      worker.terminate();
      const unavailable = new Unavailable(reason, { permanent });
      reject(unavailable);
      for (const job of jobs.values()) job.reject(unavailable);
      jobs.clear();
    };
    // Not permanent: the machine may only be slow, so the next file tries again.
    const deadline = setTimeout(() => fail("the worker did not get ready in time", false), startTimeoutMs);

    worker.addEventListener("error", (event) => {
      event.preventDefault();
      fail(event.message || "the worker could not be loaded");
    });
    worker.addEventListener("messageerror", () => fail("a message could not be read"));
    worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === "refused") return fail(data.reason);
      if (data.kind === "broken") return fail(data.reason);
      if (data.kind !== "ready") return settle(jobs, data);
      clearTimeout(deadline);
      if (data.protocol !== PROTOCOL_VERSION) return fail("the worker file belongs to another version");
      resolve(backendOf(worker, jobs));
    });
  });
}

function settle(jobs: Map<number, Job>, reply: Extract<FromWorker, { job: number }>): void {
  const job = jobs.get(reply.job);
  jobs.delete(reply.job);
  if (reply.kind === "digest") job?.resolve(reply.md5);
  else job?.reject(new ReadError(reply.reason));
}

function backendOf(worker: Worker, jobs: Map<number, Job>): Md5Backend {
  const send = (message: ToWorker) => worker.postMessage(message);
  let lastJob = 0;

  return {
    md5: (file, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        lastJob += 1;
        const job = lastJob;
        const stop = () => {
          jobs.delete(job);
          send({ kind: "stop", job });
          reject(signal.reason);
        };
        const settled = <T>(finish: (value: T) => void) => {
          return (value: T) => {
            signal.removeEventListener("abort", stop);
            finish(value);
          };
        };
        signal.addEventListener("abort", stop, { once: true });
        jobs.set(job, { resolve: settled(resolve), reject: settled(reject) });
        send({ kind: "hash", job, file });
      }),
    close() {
      worker.terminate();
      for (const job of jobs.values()) job.reject(new UploadError("internal", "the hasher was closed"));
      jobs.clear();
    },
  };
}
