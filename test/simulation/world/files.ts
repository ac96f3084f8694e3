import type { FileSpec } from "../scenario.ts";

/** A file on the simulated disk. Its content is only a name for it: the number of the file and of its version. */
export interface DiskFile {
  readonly index: number;
  readonly spec: FileSpec;
  version: number;
  exists: boolean;
  /** Changes of the time that the file system tells. */
  touched: number;
  grownBytes: number;
}

/** The file that was sliced last: Blobs made of slices are samples of it. */
let lastSliced: SimFile | null = null;

/** A `File` as a page gets it: a size without bytes, and the state of the disk when it was picked. */
export class SimFile extends File {
  readonly disk: DiskFile;
  readonly version: number;
  readonly #size: number;

  constructor(disk: DiskFile) {
    super([], disk.spec.name, { type: disk.spec.type, lastModified: 1_700_000_000_000 + disk.touched });
    this.disk = disk;
    this.#size = disk.spec.sizeBytes + disk.grownBytes;
    this.version = disk.version;
  }

  override get size(): number {
    return this.#size;
  }

  override slice(): Blob {
    lastSliced = this;
    return new Blob([]);
  }

  get isReadable(): boolean {
    return this.disk.exists && this.disk.version === this.version;
  }

  get content(): string {
    return contentOf(this.disk.index, this.version);
  }
}

/** The file that a Blob is, or is a sample of. */
export function fileOf(blob: Blob): SimFile {
  const file = blob instanceof SimFile ? blob : lastSliced;
  if (!file) throw new TypeError("a blob that is no file of the simulation");
  return file;
}

export function contentOf(index: number, version: number): string {
  return `content ${index} version ${version}`;
}

/** A stand-in for the MD5 of a content: 32 hex digits. */
export function digestOf(content: string): string {
  let digest = "";
  for (let part = 0; part < 4; part += 1) {
    let value = 2_166_136_261 + part;
    for (let index = 0; index < content.length; index += 1) {
      value = Math.imul(value ^ content.charCodeAt(index), 16_777_619) >>> 0;
    }
    digest += value.toString(16).padStart(8, "0");
  }
  return digest;
}
