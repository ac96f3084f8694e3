/** As much of a `File` as a look at it needs. */
export type ReadableFile = Pick<File, "name" | "type" | "size" | "slice">;

/** The beginning of a file, and its end where the two do not meet. */
export interface Ends {
  readonly head: Uint8Array<ArrayBuffer>;
  /** Empty when `head` is the whole file. */
  readonly tail: Uint8Array<ArrayBuffer>;
  readonly tailStart: number;
}

export function isWhole({ tail }: Ends): boolean {
  return tail.length === 0;
}

/** Reads at most `headBytes + tailBytes`, whatever the file's size. Rejects when the file cannot be read. */
export async function readEnds(file: ReadableFile, headBytes: number, tailBytes: number): Promise<Ends> {
  if (file.size <= headBytes + tailBytes) {
    return { head: await read(file, 0, file.size), tail: new Uint8Array(0), tailStart: file.size };
  }
  // At an even byte, where a UTF-16 character can begin.
  const tailStart = file.size - tailBytes + ((file.size - tailBytes) % 2);
  const [head, tail] = await Promise.all([read(file, 0, headBytes), read(file, tailStart, file.size)]);
  return { head, tail, tailStart };
}

export async function read(file: ReadableFile, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(start, end).arrayBuffer());
}
