import { Readable, Writable } from "node:stream";
import { DISK_ROOT, type Disk, type Inode } from "./disk.ts";
import type { Process } from "./timeline.ts";

/** Small, so that a file of a few bytes is still read in several pieces. */
const READ_BYTES = 7;

/** The calls of `node:fs/promises` that a folder store makes, on the virtual disk. */
export function fileCalls(disk: Disk) {
  return {
    mkdir: async () => undefined,
    chmod: async () => undefined,
    readFile: (path: string) =>
      disk.operate("read", `read ${path}`, () => Buffer.from(disk.mustHave(path).bytes).toString("utf8")),
    stat: (path: string) =>
      disk.operate("read", `stat ${path}`, () => {
        const { bytes, changedMs } = disk.mustHave(path);
        return { size: bytes.length, mtimeMs: changedMs, isDirectory: () => false, isFile: () => true };
      }),
    readdir: (path: string) => disk.operate("read", `list ${path}`, () => disk.list(path)),
    unlink: (path: string) => disk.operate("remove", `unlink ${path}`, () => disk.remove(path)),
    rm: (path: string, { force = false } = {}) =>
      disk.operate("remove", `rm ${path}`, () => {
        if (!force || disk.file(path)) disk.remove(path);
      }),
    rename: (from: string, to: string) =>
      disk.operate("write", `rename ${from}`, () => {
        disk.put(to, disk.mustHave(from));
        disk.remove(from);
      }),
    /** The file is emptied first, and written then: a process that ends in between leaves it empty. */
    async writeFile(path: string, text: string): Promise<void> {
      const inode = await disk.operate("write", `open ${path}`, () => {
        const opened = disk.file(path) ?? { bytes: new Uint8Array(), changedMs: 0 };
        opened.bytes = new Uint8Array();
        opened.changedMs = disk.timeline.nowMs;
        disk.put(path, opened);
        return opened;
      });
      if (text === "") return;
      await disk.operate("write", `write ${path}`, () => {
        inode.bytes = new Uint8Array(Buffer.from(text));
      });
    },
  };
}

/** As `fs.createReadStream`: a file that is removed while it is open can be read to its end. */
export class DiskReadStream extends Readable {
  readonly #disk: Disk;
  readonly #path: string;
  readonly #process: Process | null;
  #inode: Inode | null = null;
  #offset = 0;

  constructor(disk: Disk, path: string) {
    super({ highWaterMark: READ_BYTES });
    this.#disk = disk;
    this.#path = path;
    this.#process = disk.timeline.current;
  }

  override _construct(done: (error?: Error | null) => void): void {
    this.#disk.later(
      "read",
      `open ${this.#path}`,
      () => this.#disk.mustHave(this.#path),
      (error, inode) => {
        this.#inode = inode ?? null;
        if (inode) this.#disk.countHandle(this.#process, 1);
        done(error);
      },
    );
  }

  override _read(): void {
    const read = (): Uint8Array => {
      const piece = this.#inode?.bytes.slice(this.#offset, this.#offset + READ_BYTES) ?? new Uint8Array();
      this.#offset += piece.length;
      return piece;
    };
    this.#disk.later("read", `read ${this.#path}`, read, (error, piece) => {
      if (error) this.destroy(error);
      else this.push(piece && piece.length > 0 ? piece : null);
    });
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    if (this.#inode) this.#disk.countHandle(this.#process, -1);
    this.#inode = null;
    done(error);
  }
}

/** As `fs.createWriteStream` with the flag "r+": the file must exist, and a stream that is destroyed ends its write. */
export class DiskWriteStream extends Writable {
  readonly #disk: Disk;
  readonly #path: string;
  readonly #process: Process | null;
  #inode: Inode | null = null;
  #offset: number;
  #isWriting = false;
  #afterWrite: () => void = () => {};

  constructor(disk: Disk, path: string, { start = 0 } = {}) {
    super();
    this.#disk = disk;
    this.#path = path;
    this.#offset = start;
    this.#process = disk.timeline.current;
  }

  override _construct(done: (error?: Error | null) => void): void {
    this.#disk.later(
      "read",
      `open ${this.#path}`,
      () => this.#disk.mustHave(this.#path),
      (error, inode) => {
        this.#inode = inode ?? null;
        if (inode) this.#disk.countHandle(this.#process, 1);
        done(error);
      },
    );
  }

  override _write(chunk: Uint8Array, _encoding: string, done: (error?: Error | null) => void): void {
    this.#isWriting = true;
    const write = (): void => {
      if (!this.#inode) return;
      const { bytes } = this.#inode;
      const grown = new Uint8Array(Math.max(bytes.length, this.#offset + chunk.length));
      grown.set(bytes);
      grown.set(chunk, this.#offset);
      this.#inode.bytes = grown;
      this.#inode.changedMs = this.#disk.timeline.nowMs;
      this.#offset += chunk.length;
    };
    this.#disk.later("write", `write ${this.#path}`, write, (error) => {
      this.#isWriting = false;
      done(error);
      this.#afterWrite();
    });
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    const close = (): void => {
      if (this.#inode) this.#disk.countHandle(this.#process, -1);
      this.#inode = null;
      done(error);
    };
    if (this.#isWriting) this.#afterWrite = close;
    else close();
  }
}

export function isOnDisk(path: unknown): path is string {
  return typeof path === "string" && (path === DISK_ROOT || path.startsWith(`${DISK_ROOT}/`));
}
