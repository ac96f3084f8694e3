import { type Effect, type FaultItem, itemsOf, type Op } from "./scenario.ts";
import type { Sim } from "./sim.ts";

interface Active {
  readonly item: FaultItem;
  left: number;
  untilMs: number | null;
}

/** Decides which call meets which fault: once, for a while, or for ever. */
export class Faults {
  readonly #sim: Sim;
  readonly #byOp = new Map<Op, Active[]>();
  readonly #calls = new Map<Op, number>();
  #isHealed = false;

  constructor(sim: Sim) {
    this.#sim = sim;
    for (const item of itemsOf(sim.scenario, "fault")) {
      const { lasts } = item;
      const left = lasts !== "ever" && "times" in lasts ? lasts.times : Number.POSITIVE_INFINITY;
      const list = this.#byOp.get(item.op) ?? [];
      list.push({ item, left, untilMs: null });
      this.#byOp.set(item.op, list);
    }
  }

  /** The fault that the next call of an operation meets, if any. */
  take(op: Op): Effect | null {
    const nth = (this.#calls.get(op) ?? 0) + 1;
    this.#calls.set(op, nth);
    if (this.#isHealed) return null;
    for (const fault of this.#byOp.get(op) ?? []) {
      if (nth < fault.item.nth || fault.left <= 0) continue;
      const { lasts, effect } = fault.item;
      const { elapsed } = this.#sim.clock;
      if (lasts !== "ever" && "ms" in lasts) fault.untilMs ??= elapsed + lasts.ms;
      if (fault.untilMs !== null && elapsed > fault.untilMs) continue;
      fault.left -= 1;
      const duration = lasts === "ever" ? "for ever" : "ms" in lasts || lasts.times > 1 ? "for a while" : "once";
      this.#sim.counters.add(`fault: ${op} ${effect.name} ${duration}`);
      return effect;
    }
    return null;
  }

  /** From now on everything works. */
  heal(): void {
    this.#isHealed = true;
  }
}
