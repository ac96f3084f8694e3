import type { Random } from "../../fuzz/random.ts";
import type { ItemContext } from "../generate.ts";
import type { Command, Effect, FaultItem, Item, Moment, Op, Settings } from "../scenario.ts";

/**
 * Hazard: a situation in which engines of this kind go wrong, with the settings that it needs. Chance alone brings most of them
 * about once in thousands of worlds.
 */
export interface Hazard {
  /** Files take about half a minute. Default false. */
  readonly hasLongFiles?: boolean;
  settings(random: Random): Partial<Settings>;
  items(context: ItemContext): Item[];
}

export const RESUMABLE = { transfer: "tus", transports: "all", expiresMs: null } as const;

export const fault = (op: Op, nth: number, lasts: FaultItem["lasts"], effect: Effect): FaultItem => ({
  kind: "fault",
  op,
  nth,
  lasts,
  effect,
});
export const command = (tab: number, when: Moment, given: Command): Item => ({
  kind: "command",
  tab,
  when,
  command: given,
});

/** Some microtasks after one of the first calls of an operation. */
export function near(random: Random, op: Op, most = 3): Moment {
  return { op, nth: 1 + random.below(most), phase: random.pick(["asked", "answered"]), ticks: 1 + random.below(13) };
}

export function soon({ random, settings }: ItemContext, events = 30): Moment {
  return { atMs: Math.floor(random.next() * settings.progressMs * events) };
}
