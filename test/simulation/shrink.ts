import type { Item, Scenario } from "./scenario.ts";
import { simulate } from "./simulate.ts";

/** Runs that shrinking may take. */
const MOST_RUNS = 600;

/** The smallest scenario found that breaks the same rule. */
export async function shrink(scenario: Scenario, rule: string): Promise<Scenario> {
  let best = scenario;
  let runs = 0;
  const fails = async (candidate: Scenario): Promise<boolean> => {
    if (runs >= MOST_RUNS) return false;
    runs += 1;
    const { violation } = await simulate(candidate);
    if (violation?.rule !== rule) return false;
    best = candidate;
    return true;
  };

  let isSmaller = true;
  while (isSmaller && runs < MOST_RUNS) {
    isSmaller = false;
    // Whole parts first, then single items.
    for (let size = Math.ceil(best.items.length / 2); size >= 1; size = Math.floor(size / 2)) {
      for (let start = 0; start < best.items.length; ) {
        const items = best.items.filter((_, index) => index < start || index >= start + size);
        if (await fails({ ...best, items })) isSmaller = true;
        else start += size;
      }
    }
    for (const candidate of simplerSettings(best)) if (await fails(candidate)) isSmaller = true;
    for (const candidate of simplerItems(best)) {
      if (await fails(candidate)) {
        isSmaller = true;
        break;
      }
    }
  }
  return best;
}

const PLAIN: Partial<Scenario["settings"]> = {
  tabs: 1,
  autoStart: true,
  inspect: false,
  recovery: false,
  purpose: null,
  context: "none",
  maxFiles: null,
  accept: "",
  transfer: "put",
  chunkBytes: null,
  expiresMs: null,
  tokens: false,
  ignoresKeys: false,
  keepsBytes: "no",
  secondTime: "same",
  hostPerSecond: null,
  overlap: 0,
  ending: "clear",
};

function* simplerSettings(scenario: Scenario): Generator<Scenario> {
  for (const [name, value] of Object.entries(PLAIN)) {
    const { settings } = scenario;
    if (settings[name as keyof typeof settings] !== value)
      yield { ...scenario, settings: { ...settings, [name]: value } };
  }
}

/** Items with fewer files, and times that are round numbers. */
function* simplerItems(scenario: Scenario): Generator<Scenario> {
  for (const [index, item] of scenario.items.entries()) {
    for (const simpler of simplerItem(item)) {
      yield { ...scenario, items: scenario.items.map((one, at) => (at === index ? simpler : one)) };
    }
  }
}

function* simplerItem(item: Item): Generator<Item> {
  if (item.kind === "command" && item.command.name === "add" && item.command.files.length > 1) {
    for (const file of item.command.files) yield { ...item, command: { name: "add", files: [file] } };
  }
  if (item.kind === "fault" && item.lasts === "ever") yield { ...item, lasts: { times: 1 } };
  if (item.kind !== "fault" && item.kind !== "listener" && "ticks" in item.when && item.when.ticks > 1) {
    yield { ...item, when: { ...item.when, ticks: 1 } };
  }
}
