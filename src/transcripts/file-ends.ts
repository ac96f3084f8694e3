/** The part of `File` that inspecting its content needs. */
export type ReadableFile = Pick<File, "name" | "type" | "size" | "slice" | "arrayBuffer">;

type Bytes = Uint8Array<ArrayBuffer>;

/** The beginning and the end of a file. */
export interface Ends {
  readonly head: Bytes;
  /** End of the file; empty when `head` contains the whole file. */
  readonly tail: Bytes;
}

/** Bytes to read at each end. An hour of talk is about 100 KB, so most files are read completely. */
export const END_BYTES = 65_536;

/** Whether the ends contain the whole file. */
export function isWhole({ tail }: Ends): boolean {
  return tail.length === 0;
}

/**
 * Reads the first `headBytes` and the last `tailBytes`, or the whole file when it is no longer than both. Rejects when the
 * file cannot be read.
 */
export async function readEnds(file: ReadableFile, headBytes: number, tailBytes: number): Promise<Ends> {
  const { size } = file;
  if (size <= headBytes + tailBytes) return { head: await read(file, 0, size), tail: new Uint8Array(0) };
  // The end starts at an offset where a character of UTF-16 or UTF-32 can begin.
  const [head, tail] = await Promise.all([
    read(file, 0, headBytes),
    read(file, Math.ceil((size - tailBytes) / 4) * 4, size),
  ]);
  return { head, tail };
}

export async function read(file: ReadableFile, start: number, end: number): Promise<Bytes> {
  // A slice is a Blob of its own, which the browser has to register first: one more question for each of a thousand files.
  const part = start === 0 && end === file.size ? file : file.slice(start, end);
  return new Uint8Array(await part.arrayBuffer());
}
