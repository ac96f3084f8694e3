/** An MD5 computation in progress. `digest` ends it. */
export interface Md5 {
  update(bytes: Uint8Array): void;
  /** 32 lower-case hex digits. */
  digest(): string;
}

/** Starts an MD5 computation. Rejects when this implementation cannot run on the page. */
export type CreateMd5 = () => Promise<Md5>;

/** The file could not be read completely. Distinct from a hash failure, after which another implementation may succeed. */
export class ReadError extends Error {
  override readonly name = "ReadError";
}

/**
 * The digest of `totalBytes` bytes that arrive in pieces. An aborted signal stops it at the next piece.
 *
 * @throws ReadError when there are fewer or more bytes
 */
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
  // A stream can end early without an error. Without this check the digest of a partial file would be used.
  if (bytes !== totalBytes) throw new ReadError(`${bytes} of ${totalBytes} bytes could be read`);
  return md5.digest();
}
