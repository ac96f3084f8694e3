import { type CreateMd5, digestOf } from "./md5.ts";
import { type Md5Backend, Unavailable } from "./md5-backend.ts";
import { readSlices } from "./read-chunks.ts";
import { scriptUrl } from "./script-url.ts";
import { openWorker } from "./worker-backend.ts";

export type HashStrategyName = "worker-url" | "inlined-worker" | "inlined-js-worker" | "page-wasm" | "page-js";

/** A method of computing MD5 that may or may not work on this page. */
export interface HashStrategy {
  readonly name: HashStrategyName;
  /** Identifies the strategy when it has failed. Contains the URL, because another URL may work. */
  readonly key: string;
  /**
   * Starts the backend.
   *
   * @throws Unavailable
   */
  open(startTimeoutMs: number): Promise<Md5Backend>;
}

/** Bytes hashed on the main thread before yielding to the event loop: a few milliseconds of work each. */
const PAGE_WASM_SLICE_BYTES = 1024 * 1024;
const PAGE_JS_SLICE_BYTES = 256 * 1024;

export function workerByUrl(url: string): HashStrategy {
  return {
    name: "worker-url",
    key: url,
    open: (startTimeoutMs) => openWorker(() => new Worker(scriptUrl(url)), startTimeoutMs),
  };
}

export const inlinedWorker = inlined("inlined-worker", () => import("./md5-worker.ts?worker-source"));
export const inlinedJsWorker = inlined("inlined-js-worker", () => import("./md5-js-worker.ts?worker-source"));

export const pageWasm = onPage("page-wasm", PAGE_WASM_SLICE_BYTES, async () => {
  const { createWasmMd5 } = await loaded(import("./md5-wasm.ts"));
  return createWasmMd5;
});

export const pageJs = onPage("page-js", PAGE_JS_SLICE_BYTES, async () => {
  const { createJsMd5 } = await loaded(import("./md5-js.ts"));
  return createJsMd5;
});

/** A classic worker from a Blob URL. Module workers from a Blob fail in sandboxed frames. */
function inlined(name: HashStrategyName, load: () => Promise<{ default: string }>): HashStrategy {
  return {
    name,
    key: name,
    async open(startTimeoutMs) {
      const { default: source } = await loaded(load());
      const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
      try {
        return await openWorker(() => new Worker(scriptUrl(url)), startTimeoutMs);
      } finally {
        URL.revokeObjectURL(url);
      }
    },
  };
}

function onPage(name: HashStrategyName, sliceBytes: number, load: () => Promise<CreateMd5>): HashStrategy {
  return {
    name,
    key: name,
    async open() {
      const createMd5 = await load();
      await createMd5().catch((error: unknown) => {
        throw new Unavailable("not allowed on this page", { cause: error });
      });
      return {
        md5: async (file, signal) =>
          digestOf(readSlices(file, sliceBytes), { md5: await createMd5(), totalBytes: file.size, signal }),
        close: () => {},
      };
    },
  };
}

/** The loaded module. A chunk that fails to load is a network failure, so the strategy may work next time. */
async function loaded<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading;
  } catch (error) {
    throw new Unavailable("a part of the script could not be loaded", { permanent: false, cause: error });
  }
}
