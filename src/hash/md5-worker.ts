/** The hash worker: built into `dist/md5.worker.js`, and into a string for pages that cannot load it by address. */
import { createWasmMd5 } from "./md5-wasm.ts";
import { serveMd5 } from "./serve-md5.ts";

serveMd5(createWasmMd5);
