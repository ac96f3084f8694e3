import type { Md5 } from "./md5.ts";
import { MD5_BLOCK_BYTES, MD5_DATA_AT, md5Module } from "./md5-module.ts";

interface Instance {
  /** The four words of the hash, which are also the bytes of the digest, on the little-endian machines that browsers run on. */
  readonly state: Uint32Array;
  readonly digest: Uint8Array;
  /** Takes the bytes before they are hashed. */
  readonly buffer: Uint8Array;
  /** Hashes whole blocks at the beginning of the buffer. */
  hash(bytes: number): void;
}

/** Fits into the fastest cache of a processor. */
const BUFFER_BYTES = 16_384;
const DIGEST_BYTES = 16;
/** RFC 1321, section 3.3. */
const INITIAL_STATE = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];

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
  const { state, buffer } = instance;
  state.set(INITIAL_STATE);
  let totalBytes = 0;
  /** Bytes in the buffer, less than a block between calls. */
  let filled = 0;

  function update(bytes: Uint8Array): void {
    totalBytes += bytes.length;
    for (let at = 0; at < bytes.length; ) {
      const piece = bytes.subarray(at, at + BUFFER_BYTES - filled);
      buffer.set(piece, filled);
      at += piece.length;
      filled += piece.length;
      const whole = filled - (filled % MD5_BLOCK_BYTES);
      if (whole > 0) instance.hash(whole);
      buffer.copyWithin(0, whole, filled);
      filled -= whole;
    }
  }

  return {
    update,
    digest() {
      // A set bit, zeros up to the last 8 bytes of a block, and in these the number of bits.
      const zeros = MD5_BLOCK_BYTES - ((totalBytes + 8) % MD5_BLOCK_BYTES);
      const end = new DataView(new ArrayBuffer(zeros + 8));
      end.setUint8(0, 0x80);
      end.setBigUint64(zeros, 8n * BigInt(totalBytes), true);
      update(new Uint8Array(end.buffer));
      free.push(instance);
      return Array.from(instance.digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
    },
  };
}

async function instantiate(): Promise<Instance> {
  compiled ??= WebAssembly.compile(md5Module());
  const { m, h } = (await WebAssembly.instantiate(await compiled)).exports as {
    readonly m: WebAssembly.Memory;
    h(end: number): void;
  };
  return {
    state: new Uint32Array(m.buffer, 0, INITIAL_STATE.length),
    digest: new Uint8Array(m.buffer, 0, DIGEST_BYTES),
    buffer: new Uint8Array(m.buffer, MD5_DATA_AT, BUFFER_BYTES),
    hash: (bytes) => h(MD5_DATA_AT + bytes),
  };
}
