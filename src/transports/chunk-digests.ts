/** 32 lower-case hex digits. */
export type Md5OfBlob = (blob: Blob, signal: AbortSignal) => Promise<string>;

/** Of the bytes from `start` to `end` as base64, the way tus wants it. */
export type ChunkDigest = (start: number, end: number) => Promise<string>;

/**
 * Remembers the digest that was asked for last, so that asking for the next chunk's while the last chunk is on its way
 * makes it ready in time.
 */
export function chunkDigests(file: Blob, md5: Md5OfBlob, signal: AbortSignal): ChunkDigest {
  let last: { readonly chunk: string; readonly digest: Promise<string> } | null = null;
  return (start, end) => {
    const chunk = `${start}-${end}`;
    if (last?.chunk !== chunk) {
      const digest = md5(file.slice(start, end), signal).then(base64OfHex);
      // Whoever needs it learns of a failure; until then nobody does.
      digest.catch(() => {});
      last = { chunk, digest };
    }
    return last.digest;
  };
}

function base64OfHex(hex: string): string {
  return btoa(hex.replace(/../g, (byte) => String.fromCharCode(Number.parseInt(byte, 16))));
}
