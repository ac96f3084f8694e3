import type { CreateRelay } from "./model/world.ts";
import { type SimulateOptions, simulate } from "./simulate.ts";
import type { Plan, Step } from "./steps.ts";

/** Attempts at leaving something out, at the most. */
const MOST_RUNS = 600;

/** The shortest plan found that breaks the same promise: steps are left out, several at a time and then each. */
export async function shrink(
  plan: Plan,
  rule: string,
  createRelay: CreateRelay,
  options: SimulateOptions = {},
): Promise<Plan> {
  let smallest = plan;
  let runs = 0;
  const stillFails = async (steps: readonly Step[]): Promise<boolean> => {
    runs += 1;
    const { violation } = await simulate({ ...plan, steps }, createRelay, options);
    return violation?.rule === rule;
  };
  for (let size = Math.ceil(plan.steps.length / 2); size >= 1; ) {
    let isSmaller = false;
    for (let start = 0; start < smallest.steps.length && runs < MOST_RUNS; ) {
      const steps = smallest.steps.filter((_, index) => index < start || index >= start + size);
      if (await stillFails(steps)) {
        smallest = { ...plan, steps };
        isSmaller = true;
      } else start += size;
    }
    if (runs >= MOST_RUNS) break;
    if (size > 1) size = Math.ceil(size / 2);
    else if (!isSmaller) break;
  }
  return smallest;
}
