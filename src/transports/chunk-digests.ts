/** Computes the MD5 of a blob as 32 lower-case hex digits. */
export type Md5OfBlob = (blob: Blob, signal: AbortSignal) => Promise<string>;

/** Computes the MD5 of the bytes from `start` to `end` as base64, the encoding that tus requires. */
export type ChunkDigest = (start: number, end: number) => Promise<string>;

/**
 * Digests of a file's chunks. Caches the digest that was requested last, so that the next chunk's digest can be computed
 * while the current chunk is being sent.
 */
export function chunkDigests(file: Blob, md5: Md5OfBlob, signal: AbortSignal): ChunkDigest {
  let last: { readonly chunk: string; readonly digest: Promise<string> } | null = null;
  return (start, end) => {
    const chunk = `${start}-${end}`;
    if (last?.chunk !== chunk) {
      const digest = md5(file.slice(start, end), signal).then(base64OfHex);
      // Prevents an unhandled rejection: a failure matters only when the digest is awaited.
      digest.catch(() => {});
      last = { chunk, digest };
    }
    return last.digest;
  };
}

function base64OfHex(hex: string): string {
  return btoa(hex.replace(/../g, (byte) => String.fromCharCode(Number.parseInt(byte, 16))));
}
