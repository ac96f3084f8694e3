import type { Counters } from "./counters.ts";
import type { Item, Moment, Scenario } from "./scenario.ts";

/** A scenario in words, one line an item. */
export function describeScenario({ settings, files, items }: Scenario): string {
  const told = Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");
  const used = files.map(
    ({ name, sizeBytes, handle }, index) => `${index}: ${name} (${sizeBytes} bytes, handle ${handle})`,
  );
  return [
    `settings: ${told}`,
    `files: ${used.join(", ")}`,
    ...items.map((item, index) => `${index + 1}. ${describeItem(item)}`),
  ].join("\n");
}

/** The last lines of a log. */
export function tailOf(log: readonly string[] | null, most: number): string {
  if (!log) return "";
  const left = log.length - most;
  return [...(left > 0 ? [`… ${left} lines before`] : []), ...log.slice(-most)].join("\n");
}

function describeItem(item: Item): string {
  switch (item.kind) {
    case "command":
      return `${describeMoment(item.when)}: tab ${item.tab}, the user: ${JSON.stringify(item.command)}`;
    case "world":
      return `${describeMoment(item.when)}: ${JSON.stringify(item.event)}`;
    case "fault": {
      const { lasts, op, nth, effect } = item;
      const long = lasts === "ever" ? "for ever" : "ms" in lasts ? `for ${lasts.ms} ms` : `${lasts.times} times`;
      return `from call ${nth} of ${op}, ${long}: ${JSON.stringify(effect)}`;
    }
    case "listener":
      return `tab ${item.tab}, a listener at "${item.on}" number ${item.nth}: ${item.act}`;
  }
}

function describeMoment(when: Moment): string {
  if ("atMs" in when) return `at ${when.atMs} ms`;
  return `${when.ticks} ticks after call ${when.nth} of ${when.op} was ${when.phase}`;
}

/** The totals of many runs. */
export function describeCounters(counters: Counters): string {
  const lines = [`runs ${counters.get("runs")}, steps ${counters.get("steps")}`];
  for (const prefix of ["call: ", "fault: ", "command: ", "world: ", "listener: ", "event: "]) {
    const counts = counters.startingWith(prefix);
    const sum = counts.reduce((total, [, count]) => total + count, 0);
    lines.push(`${prefix}${sum} in all: ${counts.map(([name, count]) => `${name} ${count}`).join(", ")}`);
  }
  return lines.join("\n");
}
