import { UploadError } from "../../../src/engine/errors.ts";
import type { Effect } from "../scenario.ts";
import type { Sending } from "../watch.ts";
import { Call } from "./calls.ts";
import { noAnswer } from "./network.ts";
import type { RefusalOptions } from "./refusals.ts";
import type { Tab } from "./tabs.ts";
import type { World } from "./world.ts";

/** The server's side of a request with a body. */
export interface BodyServer<T> {
  /** Looks at the headers; a refusal ends the request before any byte counts. */
  begin(): UploadError | null;
  /** Bytes of the file that have arrived, counted from its start. */
  receive(upTo: number, isDamaged: boolean): void;
  /** Every byte is there. */
  finish(isDamaged: boolean): T | UploadError;
  refuse(status: number, options: RefusalOptions): UploadError;
  corsError(): UploadError;
  /** Stores another file in the place of this one. */
  occupy?(): void;
  /** The connection is over. */
  leave(): void;
}

export interface BodyRequest<T> extends Sending {
  readonly op: "put" | "patch";
  readonly about: string;
  readonly signal: AbortSignal;
  readonly onSent: (bytes: number) => void;
  /** Longest time without a byte, before the adapter ends the request. */
  readonly idleMs: number;
  readonly answerMs: number;
  readonly server: BodyServer<T>;
}

/** One request that carries bytes of a file, as the real XHR primitive performs it: progress, watchdog, one answer. */
export function sendBody<T>(world: World, tab: Tab, request: BodyRequest<T>): Promise<T> {
  return new Exchange(world, tab, request).start();
}

class Exchange<T> {
  readonly #world: World;
  readonly #tab: Tab;
  readonly #request: BodyRequest<T>;
  readonly #effect: Effect | null;
  readonly #call: Call<T>;
  readonly #label: string;
  #sent: number;
  #movedAt: number;
  #isDamaged = false;

  constructor(world: World, tab: Tab, request: BodyRequest<T>) {
    this.#world = world;
    this.#tab = tab;
    this.#request = request;
    this.#label = `${request.op} ${tab.name}`;
    this.#sent = request.from;
    this.#movedAt = world.sim.clock.now;
    this.#call = new Call<T>(tab, request.op, request.about, request.signal);
    this.#effect = world.sim.faults.take(request.op);
  }

  start(): Promise<T> {
    const { sim, network, watch } = this.#world;
    const { resource, file, server } = this.#request;
    if (!this.#call.isOpen) return this.#call.promise;
    const leave = network.join(() => this.#call.fail(noAnswer()));
    watch.sendBegins(this.#tab, this.#request);
    this.#call.onClosed = () => {
      leave();
      watch.sendEnds(this.#tab, resource, file);
      server.leave();
    };
    if (!network.isOnline) sim.clock.after(sim.random.between(this.#label, 0, 20), () => this.#call.fail(noAnswer()));
    else sim.clock.after(network.latency(this.#label), () => this.#begin());
    return this.#call.promise;
  }

  #begin(): void {
    const { sim, network } = this.#world;
    const { server } = this.#request;
    if (!this.#isConnected()) return;
    const mishap = this.#mishap();
    if (mishap) {
      this.#fail(mishap);
      return;
    }
    const refusal = server.begin() ?? (sim.random.chance(this.#label, 0.5) ? this.#refusal() : null);
    if (refusal) {
      sim.clock.after(network.latency(this.#label), () => this.#fail(refusal));
      return;
    }
    this.#move();
  }

  #move(): void {
    const { sim, network, watch } = this.#world;
    const { file, to, from, server, onSent, idleMs } = this.#request;
    if (!this.#isConnected()) return;
    if (!file.isReadable) {
      this.#fail(unreadable());
      return;
    }
    if (this.#sent >= to) {
      this.#finish();
      return;
    }
    const rate = this.#effect?.name === "hang" ? 0 : network.rate;
    const stepMs = rate === 0 ? 1_000 : sim.settings.progressMs;
    const moved = Math.min(to, Math.round(this.#sent + (rate * stepMs) / 1_000));
    if (moved === this.#sent && sim.clock.now - this.#movedAt >= idleMs) {
      this.#fail(new UploadError("timeout", `no byte moved for ${idleMs / 1_000} s`));
      return;
    }
    sim.clock.after(stepMs, () => {
      if (!this.#isConnected()) return;
      const before = this.#sent;
      if (moved > before) {
        this.#sent = moved;
        this.#movedAt = sim.clock.now;
        this.#isDamaged ||= this.#effect?.name === "corrupt";
        const arrived = sim.random.chance(this.#label, 0.7) ? moved : before;
        server.receive(arrived, this.#isDamaged);
        watch.bytesSent(this.#tab, file, before, moved);
        this.#tab.deliver(() => this.#call.isOpen && onSent(moved));
        if (this.#effect?.name === "cut" && moved - from >= (to - from) * this.#effect.share) {
          this.#fail(noAnswer());
          return;
        }
      }
      this.#move();
    });
  }

  #finish(): void {
    const { sim, network, watch } = this.#world;
    const { server, from, to, answerMs, file } = this.#request;
    server.receive(to, this.#isDamaged);
    const effect = this.#effect?.name;
    const reply = this.#refusal() ?? server.finish(this.#isDamaged);
    watch.allSent(this.#tab, file, from, to);
    if (effect === "hang") {
      sim.clock.after(answerMs, () => this.#fail(new UploadError("timeout", "no answer came")));
      return;
    }
    sim.clock.after(network.latency(this.#label), () => {
      if (!this.#isConnected()) return;
      const answer = this.#instead() ?? reply;
      if (answer instanceof UploadError) this.#fail(answer);
      else this.#call.answer(answer);
    });
  }

  /** What comes to the page before the request has left the browser. */
  #mishap(): UploadError | null {
    const { file, server } = this.#request;
    if (!file.isReadable || this.#effect?.name === "unreadable") return unreadable();
    if (this.#effect?.name === "lost-request") return noAnswer();
    return this.#effect?.name === "cors" ? server.corsError() : null;
  }

  /** What comes to the page instead of the server's answer. */
  #instead(): UploadError | null {
    const { server, op } = this.#request;
    const effect = this.#effect;
    switch (effect?.name) {
      case "cut":
      case "lost-answer":
        return noAnswer();
      case "nonsense":
        return new UploadError("protocol", "the answer makes no sense");
      case "replay":
        // The browser sent the request again by itself, and the second one found the first one's object.
        return server.refuse(op === "put" ? 412 : 409, {});
      case "busy":
        return server.refuse(503, { retryAfter: effect.retryAfter, apiCode: "delivery_under_way" });
      default:
        return null;
    }
  }

  #refusal(): UploadError | null {
    const { server } = this.#request;
    if (this.#effect?.name === "taken") {
      server.occupy?.();
      return server.refuse(412, {});
    }
    return this.#effect?.name === "status" ? server.refuse(this.#effect.status, this.#effect) : null;
  }

  /** Whether the tab still sends: an aborted request, and a tab that is gone, end the connection. */
  #isConnected(): boolean {
    if (this.#call.isOpen) return true;
    if (!this.#tab.isAlive) this.#request.server.leave();
    return false;
  }

  #fail(error: UploadError): void {
    const { watch } = this.#world;
    if (!this.#call.isOpen) return;
    this.#tab.deliver(() => {
      if (!this.#call.isOpen) return;
      watch.storageRefused(this.#tab, this.#request.file, error);
      this.#call.fail(error);
    });
  }
}

function unreadable(): UploadError {
  return new UploadError("file-unreadable", "the file changed or went away after it was added");
}
