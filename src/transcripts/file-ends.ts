/** The part of `File` that inspecting its content needs. */
export type ReadableFile = Pick<File, "name" | "type" | "size" | "slice">;

type Bytes = Uint8Array<ArrayBuffer>;

/** The beginning and the end of a file. */
export interface Ends {
  readonly head: Bytes;
  /** End of the file; empty when `head` contains the whole file. */
  readonly tail: Bytes;
}

/** Whether the ends contain the whole file. */
export function isWhole({ tail }: Ends): boolean {
  return tail.length === 0;
}

/** Reads at most `headBytes + tailBytes` bytes. Rejects when the file cannot be read. */
export async function readEnds(file: ReadableFile, headBytes: number, tailBytes: number): Promise<Ends> {
  const [head, tail] = await Promise.all([readHead(file, headBytes, tailBytes), readTail(file, headBytes, tailBytes)]);
  return { head, tail };
}

/** Reads the first `headBytes`, or the whole file when it is no longer than both ends. */
export function readHead(file: ReadableFile, headBytes: number, tailBytes: number): Promise<Bytes> {
  return read(file, 0, file.size <= headBytes + tailBytes ? file.size : headBytes);
}

/** Reads the last `tailBytes`; empty when `readHead` returns the whole file. */
export function readTail(file: ReadableFile, headBytes: number, tailBytes: number): Promise<Bytes> {
  if (file.size <= headBytes + tailBytes) return Promise.resolve(new Uint8Array(0));
  // Starts at an even offset, where a UTF-16 character can begin.
  const start = file.size - tailBytes;
  return read(file, start + (start % 2), file.size);
}

export async function read(file: ReadableFile, start: number, end: number): Promise<Bytes> {
  return new Uint8Array(await file.slice(start, end).arrayBuffer());
}
