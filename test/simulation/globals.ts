import { PageMistake } from "./page-mistake.ts";
import type { Sim } from "./sim.ts";

type Handler = (error: unknown) => void;
const EVENTS = ["unhandledRejection", "uncaughtException"] as const;

/** Runs a simulation while the console and the process's unhandled errors belong to it, and to nobody else. */
export async function withGlobals(sim: Sim, work: () => Promise<void>): Promise<void> {
  const onUncaught: Handler = (error) => {
    // A guard may report a page's mistake as the browser reports uncaught errors.
    if (error instanceof PageMistake) sim.counters.add("page mistakes reported");
    else sim.report("unhandled", describe(error));
  };
  const { warn, error } = console;
  console.warn = () => sim.counters.add("console warnings");
  console.error = () => sim.counters.add("console errors");
  const others = EVENTS.map((event) => ({ event, handlers: process.listeners(event as "exit") as Handler[] }));
  for (const { event } of others) {
    process.removeAllListeners(event);
    process.on(event, onUncaught);
  }
  try {
    await work();
  } finally {
    for (const { event, handlers } of others) {
      process.off(event, onUncaught);
      for (const handler of handlers) process.on(event, handler);
    }
    Object.assign(console, { warn, error });
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
