/** Reads a file into one reused buffer and hashes it with hash-wasm: the fastest that browsers offer. */
import { createMD5 } from "hash-wasm";

const BUFFER_BYTES = 4 * 1_048_576;

addEventListener("message", async ({ data: { job, file } }: MessageEvent<{ job: number; file: File }>) => {
  const md5 = await createMD5();
  md5.init();
  if (file.size <= BUFFER_BYTES) md5.update(new Uint8Array(await file.arrayBuffer()));
  else {
    const reader = file.stream().getReader({ mode: "byob" });
    let buffer = new ArrayBuffer(BUFFER_BYTES);
    for (let read = 0; read < file.size; ) {
      const { value } = await reader.read(new Uint8Array(buffer));
      if (!value) break;
      md5.update(value);
      read += value.byteLength;
      buffer = value.buffer;
    }
  }
  postMessage({ job, md5: md5.digest("hex") });
});
