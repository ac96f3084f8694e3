import { UploadError } from "../engine/errors.ts";
import { type HashEngine, Refusal } from "./engine.ts";
import { ReadError } from "./md5.ts";
import { type FromWorker, PROTOCOL, type ToWorker } from "./messages.ts";

interface Job {
  resolve(md5: string): void;
  reject(error: unknown): void;
}

/**
 * Waits until the worker says that it can hash. A content security policy shows itself in many ways: the constructor
 * throws (WebKit), or an `error` event without a message comes later (Chromium, Firefox), or the worker runs but may not
 * compile WebAssembly, or nothing happens at all.
 *
 * @throws Refusal
 */
export function openWorker(create: () => Worker, readyWithinMs: number): Promise<HashEngine> {
  return new Promise((resolve, reject) => {
    let worker: Worker;
    try {
      worker = create();
    } catch (error) {
      reject(new Refusal("the browser does not allow this worker", { cause: error }));
      return;
    }
    const jobs = new Map<number, Job>();
    const refuse = (reason: string, lasting = true) => {
      clearTimeout(deadline);
      worker.terminate();
      const refusal = new Refusal(reason, { lasting });
      reject(refusal);
      for (const job of jobs.values()) job.reject(refusal);
      jobs.clear();
    };
    // A machine that is only slow deserves another chance with the next file.
    const deadline = setTimeout(() => refuse("the worker did not get ready in time", false), readyWithinMs);

    worker.addEventListener("error", (event) => {
      event.preventDefault();
      refuse(event.message || "the worker could not be loaded");
    });
    worker.addEventListener("messageerror", () => refuse("a message could not be read"));
    worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === "refused") return refuse(data.reason);
      if (data.kind === "broken") return refuse(data.reason);
      if (data.kind !== "ready") return settle(jobs, data);
      clearTimeout(deadline);
      if (data.protocol !== PROTOCOL) return refuse("the worker file belongs to another version");
      resolve(engineOf(worker, jobs));
    });
  });
}

function settle(jobs: Map<number, Job>, answer: Extract<FromWorker, { job: number }>): void {
  const job = jobs.get(answer.job);
  jobs.delete(answer.job);
  if (answer.kind === "digest") job?.resolve(answer.md5);
  else job?.reject(new ReadError(answer.reason));
}

function engineOf(worker: Worker, jobs: Map<number, Job>): HashEngine {
  const tell = (message: ToWorker) => worker.postMessage(message);
  let lastJob = 0;

  return {
    md5: (file, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        lastJob += 1;
        const job = lastJob;
        const stop = () => {
          jobs.delete(job);
          tell({ kind: "stop", job });
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
        tell({ kind: "hash", job, file });
      }),
    close() {
      worker.terminate();
      for (const job of jobs.values()) job.reject(new UploadError("internal", "the hasher was closed"));
      jobs.clear();
    },
  };
}
