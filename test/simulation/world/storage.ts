import { UploadError } from "../../../src/engine/errors.ts";
import type { Transport } from "../../../src/engine/ports.ts";
import { type BodyServer, sendBody } from "./body.ts";
import { fileOf } from "./files.ts";
import { storageRefusal } from "./refusals.ts";
import type { Tab } from "./tabs.ts";
import type { World } from "./world.ts";

const IDLE = { sendingMs: 60_000, answerMs: 120_000 };

/** Content of a file that is not the user's. */
export const OTHERS = "the file of somebody else";

/** Storage that takes one presigned PUT a session. */
export class SimStorage {
  readonly #world: World;
  readonly #objects = new Map<string, string>();

  constructor(world: World) {
    this.#world = world;
  }

  contentOf(sessionId: string): string | null {
    return this.#objects.get(sessionId) ?? null;
  }

  portFor(tab: Tab): Transport<"put"> {
    return {
      kind: "put",
      resumable: false,
      send: async ({ file: blob, transfer, signal, onSent, onConfirmed }) => {
        const file = fileOf(blob);
        const { watch } = this.#world;
        watch.transferBegins(tab, file);
        const id = transfer.url.split("/").at(-1) ?? "";
        await sendBody(this.#world, tab, {
          op: "put",
          resource: id,
          sessionId: id,
          about: `${file.name} to ${id}`,
          file,
          from: 0,
          to: file.size,
          signal,
          onSent,
          idleMs: IDLE.sendingMs,
          answerMs: IDLE.answerMs,
          server: this.#serverFor(id, file.content),
        });
        onSent(file.size);
        watch.confirmed(tab, id, file.size, file);
        onConfirmed(file.size);
      },
    };
  }

  #serverFor(id: string, content: string): BodyServer<void> {
    const { host, sim } = this.#world;
    return {
      begin: () => {
        const session = host.sessions.get(id);
        return session && host.isOpenFor(session) ? null : storageRefusal("put", 403);
      },
      receive: () => {},
      finish: (isDamaged) => {
        this.#objects.set(id, isDamaged ? "damaged" : content);
        sim.say(`storage has ${id}${isDamaged ? ", damaged" : ""}`);
      },
      refuse: (status, options) => storageRefusal("put", status, options),
      corsError: () => new UploadError("storage-unreachable", "the storage's CORS rules refuse this page"),
      occupy: () => {
        if (!this.#objects.has(id)) this.#objects.set(id, OTHERS);
      },
      leave: () => {},
    };
  }
}
