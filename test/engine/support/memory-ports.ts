/** Ports for the engine in Node: everything in memory, except MD5, which is real. */
import { createHash } from "node:crypto";
import { browserClock } from "../../../src/browser/clock.ts";
import { UploadError } from "../../../src/engine/errors.ts";
import type {
  Checkpoint,
  CheckpointStore,
  FileStatus,
  Hasher,
  Locks,
  Ports,
  RemoteFile,
  Session,
  Transfer,
} from "../../../src/engine/ports.ts";

export const nodeHasher: Hasher = {
  async md5(file, signal) {
    const bytes = await file.arrayBuffer().catch((cause: unknown) => {
      throw new UploadError("file-unreadable", "the file is gone", { cause });
    });
    signal.throwIfAborted();
    return createHash("md5").update(new Uint8Array(bytes)).digest("hex");
  },
  dispose() {},
};

/** The locks of one origin: every tab that shares the object competes for them. */
export class MemoryLocks implements Locks {
  readonly held = new Set<string>();
  /** Names in the order in which they were acquired. */
  readonly acquired: string[] = [];

  async tryAcquire(name: string): Promise<(() => void) | null> {
    if (this.held.has(name)) return null;
    this.held.add(name);
    this.acquired.push(name);
    return () => this.held.delete(name);
  }

  async isFree(name: string): Promise<boolean> {
    return !this.held.has(name);
  }
}

/** The checkpoints of one origin. */
export class MemoryCheckpoints implements CheckpointStore {
  readonly records = new Map<string, Checkpoint>();
  /** Files that can be opened again, by session. */
  readonly files = new Map<string, File>();

  async list(scope: string): Promise<readonly Checkpoint[]> {
    return [...this.records.values()].filter((one) => one.scope === scope).sort((a, b) => b.savedAt - a.savedAt);
  }

  async save(checkpoint: Omit<Checkpoint, "reopenable">, handle?: FileSystemFileHandle): Promise<void> {
    const before = this.records.get(checkpoint.session.id);
    const reopenable = handle !== undefined || before?.reopenable === true;
    this.records.set(checkpoint.session.id, { ...checkpoint, reopenable });
  }

  async remove(sessionId: string): Promise<void> {
    this.records.delete(sessionId);
  }

  async reopen(sessionId: string): Promise<File | null> {
    return this.files.get(sessionId) ?? null;
  }
}

const PUT = { kind: "put", url: "https://storage.example/upload", headers: {} } as const;

export function tusTransfer(id: string): Transfer {
  return { kind: "tus", url: `https://tus.example/${id}`, headers: {}, chunkBytes: null, offset: 0, checksum: null };
}

export function sessionOf(id: string, changes: Partial<Session> = {}): Session {
  return { id, filename: "call.vtt", expiresAt: null, token: null, transfer: PUT, ...changes };
}

export function remoteOf(id: string, status: FileStatus = "COMPLETED"): RemoteFile {
  const times = { createdAt: null, completedAt: null, expiresAt: null };
  return { id, filename: "call.vtt", mimeType: "text/vtt", sizeBytes: 5, status, ...times };
}

export const hello = (name = "call.vtt") => new File(["hello"], name, { lastModified: 1 });

export interface MemoryPorts extends Ports {
  /** Calls to the host and transfers, in order: "create s1", "put s1", "tus s1", "complete s1", "cancel s1" … */
  readonly calls: string[];
  readonly errors: unknown[];
}

/** Ports of one tab whose host and transports answer everything with success, after a turn of the event loop. */
export function memoryPorts(changes: Partial<Ports> = {}): MemoryPorts {
  const calls: string[] = [];
  const errors: unknown[] = [];
  let sessions = 0;
  let ids = 0;
  const call = async <T>(name: string, answer: T): Promise<T> => {
    calls.push(name);
    await turn();
    return answer;
  };
  const last = (url: string) => url.split("/").at(-1) ?? "";
  return {
    calls,
    errors,
    host: {
      create: () => {
        sessions += 1;
        const id = `s${sessions}`;
        return call(`create ${id}`, sessionOf(id, { transfer: { ...PUT, url: `https://storage.example/${id}` } }));
      },
      complete: ({ id }) => call(`complete ${id}`, remoteOf(id)),
      cancel: ({ id }) => call(`cancel ${id}`, remoteOf(id, "CANCELLED")),
      retrieve: ({ id }) => call(`retrieve ${id}`, remoteOf(id, "PENDING")),
    },
    transports: {
      put: {
        kind: "put",
        resumable: false,
        async send({ file, transfer, onSent, onConfirmed }) {
          await call(`put ${last(transfer.url)}`, null);
          onSent(file.size);
          onConfirmed(file.size);
        },
      },
      tus: {
        kind: "tus",
        resumable: true,
        async send({ file, transfer, onSent, onConfirmed }) {
          await call(`tus ${last(transfer.url)}`, null);
          onSent(file.size);
          onConfirmed(file.size);
        },
      },
    },
    hasher: nodeHasher,
    connectivity: { online: true, subscribe: () => () => {} },
    // Waits of no length: what they are for is asserted by what was asked for.
    clock: { ...browserClock, random: () => 0 },
    checkpoints: new MemoryCheckpoints(),
    locks: new MemoryLocks(),
    reportError: (error) => errors.push(error),
    randomId: () => {
      ids += 1;
      return `id${ids}`;
    },
    ...changes,
  };
}

/** One turn of the event loop: promises that wait for nothing else have settled by then. */
export const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Resolves when the condition holds; rejects when it does not within a minute, which no slow machine needs. */
export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > giveUpAt) throw new Error(`waited in vain for ${what}`);
    await turn();
  }
}
