import { UploadError } from "../../../src/engine/errors.ts";
import type { CreateRequest, TransferRequest, Transport, TusTransfer } from "../../../src/engine/ports.ts";
import { type BodyServer, sendBody } from "./body.ts";
import { Call } from "./calls.ts";
import { fileOf, type SimFile } from "./files.ts";
import type { HostSession } from "./host.ts";
import { noAnswer } from "./network.ts";
import { storageRefusal } from "./refusals.ts";
import type { Tab } from "./tabs.ts";
import type { World } from "./world.ts";

/** Statuses after which the adapter asks for the offset. */
const MENDED_BY_ASKING: ReadonlySet<number> = new Set([409, 423, 460]);
const IDLE = { sendingMs: 20_000, answerMs: 60_000, lastAnswerMs: 300_000 };
const ASIDE_MS = 10_000;

/** An upload at the tus server. */
interface Resource {
  readonly url: string;
  readonly sizeBytes: number;
  sessionId: string;
  offset: number;
  /** Content of what has arrived; null before the first byte. */
  content: string | null;
  /** Still busy with a request that was cut off. */
  busyUntil: number;
}

/** A tus 1.0 server, with the real adapter's way of speaking to it. */
export class SimTusServer {
  readonly #world: World;
  readonly #resources = new Map<string, Resource>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Makes the upload for a new session, with the bytes of the replaced one where the host keeps them. */
  grant(sessionId: string, { sizeBytes }: CreateRequest, replaced: HostSession | undefined): TusTransfer {
    const { keepsBytes, chunkBytes } = this.#world.sim.settings;
    const url = `https://tus.test/${sessionId}`;
    const rest = { kind: "tus", headers: {}, chunkBytes, checksum: null } as const;
    const old = replaced && this.#resources.get(replaced.session.transfer.url);
    if (old && old.sizeBytes === sizeBytes && keepsBytes === "same-url") {
      old.sessionId = sessionId;
      return { ...rest, url: old.url, offset: old.offset };
    }
    const isKept = old && old.sizeBytes === sizeBytes && keepsBytes === "new-url";
    const offset = isKept ? old.offset : 0;
    this.#resources.set(url, { url, sizeBytes, sessionId, offset, content: isKept ? old.content : null, busyUntil: 0 });
    return { ...rest, url, offset };
  }

  /** Content of a complete upload; null while bytes are missing. */
  contentAt(url: string): string | null {
    const resource = this.#resources.get(url);
    return resource && resource.offset >= resource.sizeBytes ? resource.content : null;
  }

  offsetAt(url: string): number | null {
    return this.#resources.get(url)?.offset ?? null;
  }

  /** A session was cancelled: its bytes are of no use. */
  forgetOf(sessionId: string): void {
    for (const [url, resource] of this.#resources) if (resource.sessionId === sessionId) this.#resources.delete(url);
  }

  portFor(tab: Tab): Transport<"tus"> {
    return {
      kind: "tus",
      resumable: true,
      send: (request) => this.#send(tab, request),
      askConfirmed: ({ file, transfer, signal }) => this.#head(tab, transfer, fileOf(file), signal),
      terminate: (transfer, signal) => this.#delete(tab, transfer, signal),
    };
  }

  /** The real adapter's `sendChunks`, on the simulated requests. */
  async #send(tab: Tab, request: TransferRequest<TusTransfer>): Promise<void> {
    const { confirmed, resuming, onSent, onConfirmed, transfer, signal } = request;
    const file = fileOf(request.file);
    const { watch } = this.#world;
    watch.transferBegins(tab, file);
    let offset = confirmed;
    if (resuming) {
      offset = await this.#head(tab, transfer, file, signal);
      if (!file.isReadable) throw new UploadError("file-unreadable", "the file changed");
      signal.throwIfAborted();
    }
    let furthest = offset;
    let mayDetour = true;
    for (;;) {
      if (offset < file.size) onConfirmed(offset);
      onSent(offset);
      const told = await this.#patch(tab, request, file, offset);
      if (told === file.size) break;
      if (typeof told === "number") {
        if (told <= offset) throw new UploadError("server", `the tus server took a chunk and is still at ${told}`);
        offset = told;
      } else {
        if (!mayDetour) throw told;
        mayDetour = false;
        const actual = await this.#head(tab, transfer, file, signal);
        if (actual === offset && told.code !== "checksum") throw told;
        offset = actual;
      }
      watch.confirmed(tab, transfer.url, offset, file);
      if (offset > furthest) {
        furthest = offset;
        mayDetour = true;
      }
    }
    onSent(file.size);
    watch.confirmed(tab, transfer.url, file.size, file);
    onConfirmed(file.size);
  }

  async #patch(
    tab: Tab,
    { transfer, signal, onSent }: TransferRequest<TusTransfer>,
    file: SimFile,
    start: number,
  ): Promise<number | UploadError> {
    const end = Math.min(file.size, start + (transfer.chunkBytes ?? file.size));
    try {
      return await sendBody(this.#world, tab, {
        op: "patch",
        resource: transfer.url,
        sessionId: this.#resources.get(transfer.url)?.sessionId ?? null,
        about: `${file.name} from ${start} to ${end} at ${transfer.url}`,
        file,
        from: start,
        to: end,
        signal,
        onSent: (bytes) => onSent(Math.min(bytes, end)),
        idleMs: IDLE.sendingMs,
        answerMs: end === file.size ? IDLE.lastAnswerMs : IDLE.answerMs,
        server: this.#serverFor(transfer.url, file, start),
      });
    } catch (error) {
      if (error instanceof UploadError && MENDED_BY_ASKING.has(error.status ?? 0)) return error;
      throw error;
    }
  }

  #serverFor(url: string, file: SimFile, start: number): BodyServer<number> {
    const { sim } = this.#world;
    const { content } = file;
    let isUnderWay = false;
    let current = start;
    return {
      begin: () => {
        const resource = this.#resources.get(url);
        const refusal = this.#refusalOf(resource);
        if (refusal || !resource) return refusal ?? storageRefusal("tus", 404);
        if (resource.offset !== start) return storageRefusal("tus", 409);
        resource.busyUntil = Number.POSITIVE_INFINITY;
        isUnderWay = true;
        return null;
      },
      receive: (upTo, isDamaged) => {
        const resource = this.#resources.get(url);
        if (!resource || !isUnderWay || upTo <= current) return;
        current = upTo;
        resource.offset = upTo;
        const whole = resource.content === null || resource.content === content ? content : "mixed";
        if (whole === "mixed" && resource.content !== "damaged" && resource.content !== "mixed") sim.mixed(url);
        resource.content = isDamaged ? "damaged" : whole;
      },
      finish: () => {
        const resource = this.#resources.get(url);
        if (!resource) return storageRefusal("tus", 404);
        isUnderWay = false;
        resource.busyUntil = 0;
        return resource.offset;
      },
      refuse: (status, options) => storageRefusal("tus", status, options),
      corsError: () => new UploadError("storage-unreachable", "the tus server's CORS rules refuse this page"),
      leave: () => {
        const resource = this.#resources.get(url);
        if (!resource || !isUnderWay) return;
        isUnderWay = false;
        const kind = sim.random.next("busy");
        const busyMs = kind < 0.7 ? 0 : kind < 0.95 ? sim.random.between("busy", 1, 1_500) : 20_000;
        resource.busyUntil = sim.clock.now + busyMs;
      },
    };
  }

  /** Refusal of a request for an upload that is gone, busy, or belongs to a session that is over. */
  #refusalOf(resource: Resource | undefined): UploadError | null {
    const { host, sim } = this.#world;
    if (!resource) return storageRefusal("tus", 404);
    const session = host.sessions.get(resource.sessionId);
    const isOver = session && !host.isOpenFor(session) && session.status !== "COMPLETED";
    if (isOver) return storageRefusal("tus", sim.random.chance("expired", 0.5) ? 401 : 410);
    return resource.busyUntil > sim.clock.now ? storageRefusal("tus", 423) : null;
  }

  async #head(tab: Tab, transfer: TusTransfer, file: SimFile, signal: AbortSignal): Promise<number> {
    const { sessionId } = this.#resources.get(transfer.url) ?? { sessionId: transfer.url.split("/").at(-1) ?? "" };
    this.#world.watch.worksOn(tab, sessionId);
    const offset = await this.#ask(tab, "head", transfer.url, signal, (effect) => {
      const resource = this.#resources.get(transfer.url);
      const refusal = this.#refusalOf(resource);
      if (refusal || !resource) return refusal ?? storageRefusal("tus", 404);
      if (effect === "loses-bytes") {
        resource.offset = Math.floor(resource.offset / 2);
        this.#world.watch.bytesLost(transfer.url, resource.offset);
      }
      if (effect === "nonsense") return new UploadError("protocol", "Upload-Offset makes no sense");
      return resource.offset;
    });
    this.#world.watch.confirmed(tab, transfer.url, Math.min(offset, file.size), file);
    return offset;
  }

  async #delete(tab: Tab, transfer: TusTransfer, signal: AbortSignal): Promise<void> {
    await this.#ask(tab, "delete", transfer.url, signal, () => {
      this.#resources.delete(transfer.url);
      return 0;
    });
  }

  #ask(
    tab: Tab,
    op: "head" | "delete",
    url: string,
    signal: AbortSignal,
    serve: (effect: string | undefined) => number | UploadError,
  ): Promise<number> {
    const { sim, network } = this.#world;
    const call = new Call<number>(tab, op, url, signal);
    const effect = sim.faults.take(op);
    const label = `${op} ${tab.name}`;
    call.onClosed = network.join(() => call.fail(noAnswer()));
    const answer = (reply: number | UploadError) => {
      if (!network.isOnline || effect?.name === "lost-answer") return call.fail(noAnswer());
      if (reply instanceof UploadError) call.fail(reply);
      else call.answer(reply);
    };
    sim.clock.after(network.latency(label), () => {
      if (!network.isOnline || effect?.name === "lost-request") return call.fail(noAnswer());
      if (effect?.name === "hang") {
        sim.clock.after(ASIDE_MS, () => call.fail(new UploadError("timeout", `${op}: no answer came`)));
        return;
      }
      if (effect?.name === "cors") return call.fail(new UploadError("storage-unreachable", "CORS refuses this page"));
      const reply = effect?.name === "status" ? storageRefusal("tus", effect.status, effect) : serve(effect?.name);
      sim.clock.after(network.latency(label), () => answer(reply));
    });
    return call.promise;
  }
}
