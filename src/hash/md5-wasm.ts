import { createMD5 } from "hash-wasm";
import type { Md5 } from "./md5.ts";

/** Each call is an instance of its own, so several files can be hashed in turns; the module is compiled once. */
export async function createWasmMd5(): Promise<Md5> {
  const md5 = await createMD5();
  return {
    update: (bytes) => void md5.update(bytes),
    digest: () => md5.digest("hex"),
  };
}
