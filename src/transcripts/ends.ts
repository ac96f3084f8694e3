/** As much of a `File` as a look at it needs. */
export type ReadableFile = Pick<File, "name" | "type" | "size" | "slice">;

type Bytes = Uint8Array<ArrayBuffer>;

/** The beginning of a file, and its end where the two do not meet. */
export interface Ends {
  readonly head: Bytes;
  /** Empty when `head` is the whole file. */
  readonly tail: Bytes;
}

export function isWhole({ tail }: Ends): boolean {
  return tail.length === 0;
}

/** Reads at most `headBytes + tailBytes`, whatever the file's size. Rejects when the file cannot be read. */
export async function readEnds(file: ReadableFile, headBytes: number, tailBytes: number): Promise<Ends> {
  const [head, tail] = await Promise.all([readHead(file, headBytes, tailBytes), readTail(file, headBytes, tailBytes)]);
  return { head, tail };
}

/** The whole file where it is no longer than both ends. */
export function readHead(file: ReadableFile, headBytes: number, tailBytes: number): Promise<Bytes> {
  return read(file, 0, file.size <= headBytes + tailBytes ? file.size : headBytes);
}

/** Nothing where the head is the whole file. */
export function readTail(file: ReadableFile, headBytes: number, tailBytes: number): Promise<Bytes> {
  if (file.size <= headBytes + tailBytes) return Promise.resolve(new Uint8Array(0));
  // From an even byte, where a UTF-16 character can begin.
  const start = file.size - tailBytes;
  return read(file, start + (start % 2), file.size);
}

export async function read(file: ReadableFile, start: number, end: number): Promise<Bytes> {
  return new Uint8Array(await file.slice(start, end).arrayBuffer());
}
