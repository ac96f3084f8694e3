/** An MD5 under way. `digest` ends it. */
export interface Md5 {
  update(bytes: Uint8Array): void;
  /** 32 lower-case hex digits. */
  digest(): string;
}

/** Rejects where this kind of MD5 cannot run. */
export type CreateMd5 = () => Promise<Md5>;

/** The file could not be read to its end: told apart from a failure of the hash, which another way of hashing mends. */
export class ReadError extends Error {
  override readonly name = "ReadError";
}

/** The digest of `totalBytes` that come in pieces. Once the signal is aborted it stops at the next piece. */
export async function digestOf(
  pieces: AsyncIterable<Uint8Array>,
  { md5, totalBytes, signal }: { md5: Md5; totalBytes: number; signal: AbortSignal },
): Promise<string> {
  let bytes = 0;
  for await (const piece of pieces) {
    signal.throwIfAborted();
    md5.update(piece);
    bytes += piece.byteLength;
  }
  signal.throwIfAborted();
  // A stream may end early without an error, and the digest of half a file would then be sent as the whole one's.
  if (bytes !== totalBytes) throw new ReadError(`${bytes} of ${totalBytes} bytes could be read`);
  return md5.digest();
}
