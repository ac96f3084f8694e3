import type { Violation } from "./model/judge.ts";
import { type CreateRelay, World } from "./model/world.ts";
import { perform } from "./perform.ts";
import { settle } from "./settle.ts";
import { type Plan, planOf } from "./steps.ts";
import { installVirtualGlobals } from "./virtual/globals.ts";
import { Random } from "./virtual/random.ts";

/** More than any run has needed: beyond it, something repeats for ever. */
const MOST_EVENTS = 200_000;

export interface Run {
  readonly violation: Violation | null;
  readonly events: number;
  readonly answers: number;
  readonly deliveries: number;
  readonly crashes: number;
  /** Every event, one a line, when asked for. */
  readonly trace: readonly string[];
}

export interface SimulateOptions {
  readonly isTraced?: boolean;
  /** Rules that may be broken. */
  readonly excused?: ReadonlySet<string>;
}

/** Runs a plan to its end, or to the first promise that the relay breaks. The same plan runs the same way always. */
export async function simulate(plan: Plan, createRelay: CreateRelay, options: SimulateOptions = {}): Promise<Run> {
  const { isTraced = false, excused = new Set() } = options;
  const world = new World(plan, createRelay, excused);
  const { timeline, judge, instances } = world;
  const trace: string[] = [];
  if (isTraced) timeline.onEvent = (line) => trace.push(line);
  const onRejection = (reason: unknown): void => {
    judge.report(
      "no promise is rejected unheard",
      reason instanceof Error ? (reason.stack ?? reason.message) : String(reason),
    );
  };
  process.on("unhandledRejection", onRejection);
  const restore = installVirtualGlobals(world);
  let events = 0;
  try {
    let isOver = false;
    timeline.schedule(0, null, "the run begins", () => {
      runSteps(world, plan)
        .catch((error: unknown) =>
          judge.report("the simulator itself does not fail", `${error instanceof Error ? error.stack : error}`),
        )
        .finally(() => {
          isOver = true;
        });
    });
    while (!isOver && judge.violation === null) {
      events += 1;
      if (events > MOST_EVENTS) judge.report("the run ends", `more than ${MOST_EVENTS} events`);
      else if (!(await timeline.step())) judge.report("the run ends", "something waits for what never comes");
    }
  } finally {
    restore();
    process.off("unhandledRejection", onRejection);
  }
  return {
    violation: judge.violation,
    events,
    answers: world.calls.answered,
    deliveries: world.storage.puts.length,
    crashes: instances[0].crashes + instances[1].crashes,
    trace,
  };
}

export function simulateSeed(seed: number, createRelay: CreateRelay, options: SimulateOptions = {}): Promise<Run> {
  return simulate(planOf(seed, new Random(seed)), createRelay, options);
}

async function runSteps(world: World, plan: Plan): Promise<void> {
  const { timeline, judge } = world;
  for (const instance of world.instances) instance.boot();
  await timeline.sleep(10);
  for (const { afterMs, ...action } of plan.steps) {
    await timeline.sleep(afterMs);
    perform(world, action).catch((error: unknown) =>
      judge.report("the simulator itself does not fail", `${error instanceof Error ? error.stack : error}`),
    );
  }
  await timeline.sleep(100);
  await settle(world);
}
