import type { Md5 } from "./md5.ts";
import { MD5_MODULE } from "./md5-module.ts";

/** Exports of the module. It hashes the beginning of its own buffer, which takes one piece at a time. */
interface Md5Exports extends WebAssembly.Exports {
  readonly memory: WebAssembly.Memory;
  Hash_Init(): void;
  Hash_Update(bytes: number): void;
  /** Leaves the digest at the beginning of the buffer. */
  Hash_Final(): void;
  /** Offset of the buffer. */
  Hash_GetBuffer(): number;
}

interface Instance {
  readonly exports: Md5Exports;
  readonly buffer: Uint8Array;
}

/** Length of the module's buffer. */
const BUFFER_BYTES = 16_384;
const DIGEST_BYTES = 16;

/** The compiled module. Where the page forbids WebAssembly it stays a rejection, because no retry can succeed. */
let compiled: Promise<WebAssembly.Module> | null = null;

/** Finished instances for reuse: creating one takes longer (0.07 ms in Node) than hashing 16 kB. */
const free: Instance[] = [];

/**
 * MD5 in WebAssembly. Each call owns its instance until `digest`, so several files can be hashed alternately; the module is
 * compiled once.
 */
export async function createWasmMd5(): Promise<Md5> {
  const instance = free.pop() ?? (await instantiate());
  const { exports, buffer } = instance;
  exports.Hash_Init();
  return {
    update(bytes) {
      for (let at = 0; at < bytes.length; at += BUFFER_BYTES) {
        const piece = bytes.subarray(at, at + BUFFER_BYTES);
        buffer.set(piece);
        exports.Hash_Update(piece.length);
      }
    },
    digest() {
      exports.Hash_Final();
      const digest = Array.from(buffer.subarray(0, DIGEST_BYTES), (byte) => byte.toString(16).padStart(2, "0"));
      free.push(instance);
      return digest.join("");
    },
  };
}

async function instantiate(): Promise<Instance> {
  compiled ??= WebAssembly.compile(Uint8Array.from(MD5_MODULE.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)));
  const exports = (await WebAssembly.instantiate(await compiled, {})).exports as Md5Exports;
  return { exports, buffer: new Uint8Array(exports.memory.buffer, exports.Hash_GetBuffer(), BUFFER_BYTES) };
}
