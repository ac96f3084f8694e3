import { PageMistake } from "./page.ts";
import type { Sim } from "./sim.ts";

/** Runs a simulation while the process's unhandled errors and the console belong to it. */
export async function withGlobals(sim: Sim, work: () => Promise<void>): Promise<void> {
  const onUncaught = (error: unknown) => {
    // A guard may report a page's mistake as the browser reports uncaught errors.
    if (error instanceof PageMistake) sim.counters.add("page mistakes reported");
    else sim.report("unhandled", describe(error));
  };
  const { warn, error } = console;
  console.warn = () => sim.counters.add("console warnings");
  console.error = () => sim.counters.add("console errors");
  process.on("unhandledRejection", onUncaught);
  process.on("uncaughtException", onUncaught);
  try {
    await work();
  } finally {
    process.off("unhandledRejection", onUncaught);
    process.off("uncaughtException", onUncaught);
    Object.assign(console, { warn, error });
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
