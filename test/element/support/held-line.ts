/** The real engine on a clock that the test holds, behind one line whose rate the test knows. */

import type { Clock, Ports, RemoteFile, Session } from "../../../src/engine/ports.ts";
import { Uploader } from "../../../src/engine/queue/uploader.ts";

const MD5 = "5eb63bbbe01eeed093cb22bb8f5acdc3";
/** Time in milliseconds that the host takes to answer. */
const ANSWER_MS = 300;

interface Sleeper {
  readonly until: number;
  wake(): void;
}

interface Sending {
  readonly file: Blob;
  sent: number;
  move(bytes: number): void;
  end(): void;
}

/** Runs what is ready. A nested timer would take four milliseconds. */
function nextTask(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

export class HeldLine {
  readonly uploader: Uploader;
  #now = 1_800_000_000_000;
  #sleepers: Sleeper[] = [];
  readonly #sending = new Set<Sending>();
  #seed = 7;

  constructor() {
    this.uploader = new Uploader(this.#ports(), { recovery: false });
  }

  /** Lets time pass, in which the line carries so many bytes a second, a little more or less at each step. */
  async pass(ms: number, bytesPerSecond: number): Promise<void> {
    this.#now += ms;
    const bytes = (bytesPerSecond * ms * (0.85 + this.#random() * 0.3)) / 1000 / Math.max(1, this.#sending.size);
    for (const one of [...this.#sending]) {
      one.sent = Math.min(one.file.size, Math.round(one.sent + bytes));
      one.move(one.sent);
      if (one.sent === one.file.size) one.end();
    }
    const due = this.#sleepers.filter(({ until }) => until <= this.#now);
    this.#sleepers = this.#sleepers.filter((one) => !due.includes(one));
    for (const { wake } of due) wake();
    // Enough turns for everything that follows from it.
    for (let turns = 0; turns < 4; turns++) await nextTask();
  }

  #random(): number {
    this.#seed = (this.#seed * 48_271) % 2_147_483_647;
    return this.#seed / 2_147_483_647;
  }

  #ports(): Ports {
    let ids = 0;
    const clock: Clock = {
      now: () => this.#now,
      random: () => 0,
      sleep: (ms, signal) =>
        new Promise((resolve, reject) => {
          if (signal.aborted) return reject(signal.reason);
          const sleeper = { until: this.#now + ms, wake: resolve };
          this.#sleepers.push(sleeper);
          signal.addEventListener("abort", () => {
            this.#sleepers = this.#sleepers.filter((one) => one !== sleeper);
            reject(signal.reason);
          });
        }),
    };
    const answer = async <T>(value: T): Promise<T> => {
      await clock.sleep(ANSWER_MS, new AbortController().signal);
      return value;
    };
    const record = (id: string, status: RemoteFile["status"]): RemoteFile => {
      const times = { createdAt: null, completedAt: null, expiresAt: null };
      const [, filename = ""] = id.split("|");
      return { id, filename, mimeType: "text/plain", sizeBytes: 1, status, ...times };
    };
    return {
      clock,
      host: {
        create: ({ filename }) => {
          ids += 1;
          const transfer = {
            kind: "tus",
            url: "https://tus.example/",
            headers: {},
            chunkBytes: null,
            offset: 0,
            checksum: null,
          } as const;
          const session: Session = { id: `${ids}|${filename}`, filename, expiresAt: null, token: null, transfer };
          return answer(session);
        },
        complete: ({ id }) => answer(record(id, "COMPLETED")),
        cancel: ({ id }) => answer(record(id, "CANCELLED")),
        retrieve: ({ id }) => answer(record(id, "PENDING")),
      },
      transports: {
        tus: {
          kind: "tus",
          resumable: true,
          send: ({ file, signal, onSent, onConfirmed }) =>
            new Promise<void>((resolve, reject) => {
              const sending: Sending = {
                file,
                sent: 0,
                move: onSent,
                end: () => {
                  this.#sending.delete(sending);
                  onConfirmed(file.size);
                  resolve();
                },
              };
              this.#sending.add(sending);
              signal.addEventListener("abort", () => {
                this.#sending.delete(sending);
                reject(signal.reason);
              });
            }),
        },
      } as Ports["transports"],
      hasher: { md5: async () => MD5, dispose() {} },
      connectivity: { online: true, subscribe: () => () => {} },
      checkpoints: { list: async () => [], save: async () => {}, remove: async () => {}, reopen: async () => null },
      locks: { tryAcquire: async () => () => {}, isFree: async () => true },
      randomId: () => {
        ids += 1;
        return `u${ids}`;
      },
    };
  }
}
