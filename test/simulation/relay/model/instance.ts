import type { Relay } from "../../../../src/server/relay/index.ts";
import type { Process, Timeline } from "../virtual/timeline.ts";

/** A call that a process has not answered yet. */
export interface PendingCall {
  readonly what: string;
  /** Ends it without an answer: the process has ended. */
  lose(): void;
}

/** One of the servers behind the load balancer: a process that can end at any moment, and the next one after it. */
export class Instance {
  readonly name: string;
  readonly #timeline: Timeline;
  readonly #create: () => Relay;
  process: Process | null = null;
  relay: Relay | null = null;
  readonly pending = new Set<PendingCall>();
  /** When the process ends, in events that it has run by then, and how long until the next one starts. */
  #crash: { readonly atEvents: number; readonly downMs: number } | null = null;
  crashes = 0;
  freezes = 0;

  constructor(name: string, timeline: Timeline, create: () => Relay) {
    this.name = name;
    this.#timeline = timeline;
    this.#create = create;
  }

  boot(): void {
    if (this.process) return;
    const process: Process = {
      name: `${this.name}${this.crashes + 1}`,
      isAlive: true,
      frozenUntilMs: 0,
      events: 0,
    };
    this.process = process;
    this.#timeline.schedule(0, process, `${process.name} starts`, () => {
      this.relay = this.#create();
    });
  }

  /** Nothing that the process still waited for happens: none of its code runs after this. */
  crash(): void {
    const { process } = this;
    this.#crash = null;
    if (!process) return;
    process.isAlive = false;
    this.#timeline.drop(process);
    this.process = null;
    this.relay = null;
    this.crashes += 1;
    const lost = [...this.pending];
    this.pending.clear();
    for (const call of lost) this.#timeline.schedule(1, null, `${call.what} is cut off`, () => call.lose());
  }

  crashAfter(events: number, downMs: number): void {
    if (this.process) this.#crash = { atEvents: this.process.events + events, downMs };
  }

  /** Forgets a crash that has not come yet. */
  spare(): void {
    this.#crash = null;
  }

  freeze(ms: number): void {
    if (!this.process) return;
    this.freezes += 1;
    this.process.frozenUntilMs = this.#timeline.nowMs + ms;
  }

  thaw(): void {
    if (this.process) this.process.frozenUntilMs = 0;
  }

  /** To be called after each event. */
  checkCrash(): void {
    const planned = this.#crash;
    if (!this.process || planned === null || this.process.events < planned.atEvents) return;
    this.crash();
    this.#timeline.schedule(planned.downMs, null, `${this.name} is started again`, () => this.boot());
  }
}
