import type { Op } from "../scenario.ts";
import type { Sim } from "../sim.ts";

/** A call that a page waits for, as far as the rules look at it. */
export interface OpenCall {
  readonly op: Op;
  readonly about: string;
  /** When a sleep ends; null for other calls. */
  readonly dueAt: number | null;
  readonly onClosed: (() => void) | null;
}

/** One page in one tab, from its load to its end. A reload is the end of one and the start of another. */
export class Tab {
  readonly sim: Sim;
  readonly place: number;
  readonly name: string;
  /** Calls that the page waits for. */
  readonly open = new Set<OpenCall>();
  /** Listeners of connectivity. */
  readonly connectivity = new Set<() => void>();
  isAlive = true;
  isFrozen = false;
  isDisposed = false;
  readonly #held: (() => void)[] = [];

  constructor(sim: Sim, place: number, life: number) {
    this.sim = sim;
    this.place = place;
    this.name = life === 1 ? `tab ${place}` : `tab ${place} (load ${life})`;
  }

  /** Runs code of the page: not in a tab that is gone, and in a frozen one only later. */
  deliver(run: () => void): void {
    if (!this.isAlive) return;
    if (this.isFrozen) this.#held.push(run);
    else run();
  }

  thaw(): void {
    if (!this.isFrozen) return;
    this.isFrozen = false;
    this.#runHeld();
  }

  say(text: string): void {
    if (this.sim.log) this.sim.say(`${this.name}: ${text}`);
  }

  /** One task after the other, as the browser runs what has piled up. */
  #runHeld(): void {
    if (this.isFrozen) return;
    const run = this.#held.shift();
    if (!run) return;
    this.deliver(run);
    this.sim.clock.after(0, () => this.#runHeld());
  }
}
