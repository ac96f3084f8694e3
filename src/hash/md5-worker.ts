/** The hash worker: built as `dist/md5.worker.js`, and as a string for pages that cannot load that file. */
import { createWasmMd5 } from "./md5-wasm.ts";
import { serveMd5 } from "./serve-md5.ts";

serveMd5(createWasmMd5);
