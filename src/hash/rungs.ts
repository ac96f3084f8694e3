import { type HashEngine, Refusal } from "./engine.ts";
import { type CreateMd5, digestOf } from "./md5.ts";
import { readSlices } from "./read-chunks.ts";
import { scriptUrl } from "./script-url.ts";
import { openWorker } from "./worker-engine.ts";

export type RungName = "worker-url" | "inlined-worker" | "inlined-js-worker" | "page-wasm" | "page-js";

/** One way of hashing that may or may not work on this page. */
export interface Rung {
  readonly name: RungName;
  /** What a refusal is remembered by: another address may work where one did not. */
  readonly key: string;
  /** @throws Refusal */
  open(readyWithinMs: number): Promise<HashEngine>;
}

/** Bytes hashed between two turns of the page's event loop: a few milliseconds of work each, with WebAssembly and without. */
const PAGE_WASM_SLICE_BYTES = 1024 * 1024;
const PAGE_JS_SLICE_BYTES = 256 * 1024;

export function workerByUrl(url: string): Rung {
  return {
    name: "worker-url",
    key: url,
    open: (readyWithinMs) => openWorker(() => new Worker(scriptUrl(url)), readyWithinMs),
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

/** A classic worker: module workers from a Blob fail in sandboxed frames. */
function inlined(name: RungName, load: () => Promise<{ default: string }>): Rung {
  return {
    name,
    key: name,
    async open(readyWithinMs) {
      const { default: source } = await loaded(load());
      const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
      try {
        return await openWorker(() => new Worker(scriptUrl(url)), readyWithinMs);
      } finally {
        URL.revokeObjectURL(url);
      }
    },
  };
}

function onPage(name: RungName, sliceBytes: number, load: () => Promise<CreateMd5>): Rung {
  return {
    name,
    key: name,
    async open() {
      const createMd5 = await load();
      await createMd5().catch((error: unknown) => {
        throw new Refusal("not allowed on this page", { cause: error });
      });
      return {
        md5: async (file, signal) =>
          digestOf(readSlices(file, sliceBytes), { md5: await createMd5(), totalBytes: file.size, signal }),
        close: () => {},
      };
    },
  };
}

/** A chunk that does not load is the network's fault, not the page's: next time it may. */
async function loaded<T>(loading: Promise<T>): Promise<T> {
  try {
    return await loading;
  } catch (error) {
    throw new Refusal("a part of the script could not be loaded", { lasting: false, cause: error });
  }
}
