import { VirtualClock } from "./clock.ts";
import type { Counters } from "./counters.ts";
import { Faults } from "./faults.ts";
import { RandomStreams } from "./random.ts";
import { itemsOf, type Moment, type Op, type Scenario, type Settings } from "./scenario.ts";

/** A rule that the engine broke. */
export interface Violation {
  readonly rule: string;
  readonly message: string;
  readonly atMs: number;
}

/** Triggers of one operation and phase, by the number of the call. */
type Triggers = Map<string, Map<number, { readonly ticks: number; readonly run: () => void }[]>>;

/** Services that every part of the simulated world shares: time, chance, faults, the log and the first violation. */
export class Sim {
  readonly scenario: Scenario;
  readonly settings: Settings;
  readonly clock: VirtualClock;
  readonly random: RandomStreams;
  readonly faults: Faults;
  readonly counters: Counters;
  /** null unless the run is to be read. */
  readonly log: string[] | null;
  violation: Violation | null = null;
  /** Whether the machine is online; the network sets it. */
  isOnline: () => boolean = () => true;
  readonly #triggers: Triggers = new Map();
  readonly #seen = new Map<string, number>();
  /** Calls since the last event of the clock: a microtask loop never returns to the clock. */
  #callsInOneStep = 0;
  #itemsStopped = false;

  constructor(scenario: Scenario, counters: Counters, withLog: boolean) {
    this.scenario = scenario;
    this.settings = scenario.settings;
    this.random = new RandomStreams(scenario.seed);
    const ties = this.random.stream("ties");
    this.clock = new VirtualClock(() => ties.next());
    this.counters = counters;
    this.log = withLog ? [] : null;
    this.faults = new Faults(this);
  }

  /** Adds a line to the log, with the virtual time. */
  say(text: string): void {
    this.log?.push(`${(this.clock.elapsed / 1_000).toFixed(3).padStart(9)}  ${text}`);
  }

  /** Bytes of a file follow those of another one. With a hasher that is wrong, nobody could know. */
  mixed(url: string): void {
    const isExcused = itemsOf(this.scenario, "fault").some(({ effect }) => effect.name === "wrong");
    if (!isExcused) this.report("mixes two files", `${url} gets bytes of another content than it has`);
  }

  report(rule: string, message: string): void {
    if (this.violation) return;
    this.violation = { rule, message, atMs: this.clock.elapsed };
    this.say(`VIOLATION ${rule}: ${message}`);
  }

  /** Runs an item's work at its moment. */
  schedule(when: Moment, run: () => void): void {
    if ("atMs" in when) {
      this.clock.after(when.atMs - this.clock.elapsed, () => this.#itemsStopped || run());
      return;
    }
    const key = `${when.op} ${when.phase}`;
    let byNumber = this.#triggers.get(key);
    if (!byNumber) {
      byNumber = new Map();
      this.#triggers.set(key, byNumber);
    }
    const runs = byNumber.get(when.nth) ?? [];
    runs.push({ ticks: when.ticks, run });
    byNumber.set(when.nth, runs);
  }

  /** An operation was asked for or answered: starts what waits for that. */
  happened(op: Op, phase: "asked" | "answered"): void {
    const key = phase === "asked" ? `${op} asked` : `${op} answered`;
    const byNumber = this.#triggers.get(key);
    if (!byNumber) return;
    const nth = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, nth);
    const due = byNumber.get(nth);
    if (!due) return;
    byNumber.delete(nth);
    for (const { ticks, run } of due) afterTicks(ticks, () => this.guarded(run));
  }

  /** False when the engine makes so many calls in one step that it must be in a loop. */
  countCall(what: string): boolean {
    this.#callsInOneStep += 1;
    if (this.#callsInOneStep < 2_000) return true;
    this.report("spins", `${this.#callsInOneStep} calls in one moment, the last one ${what}`);
    return false;
  }

  /** Items that have not happened yet never will. */
  stopItems(): void {
    this.#triggers.clear();
    this.#itemsStopped = true;
  }

  nextStep(): void {
    this.#callsInOneStep = 0;
  }

  /** Runs something of the simulator's own; what it throws is a mistake of the simulator or of the engine's API. */
  guarded(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.report("throws", error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
}

/** Runs a function so many microtasks later; 0 runs it at once. */
export function afterTicks(ticks: number, run: () => void): void {
  if (ticks <= 0) run();
  else void Promise.resolve().then(() => afterTicks(ticks - 1, run));
}
