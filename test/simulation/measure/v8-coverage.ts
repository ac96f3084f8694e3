import type { Profiler } from "node:inspector";
import { Session } from "node:inspector/promises";

/** A script that ran, with the counts of its parts. */
export interface CoveredScript {
  readonly url: string;
  readonly source: string;
  readonly functions: readonly Profiler.FunctionCoverage[];
}

/** Counts which parts of the scripts whose addresses contain `part` run while `work` does. They must load during it. */
export async function coverageOf(part: string, work: () => Promise<void>): Promise<CoveredScript[]> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Debugger.enable");
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    await work();
    const { result } = await session.post("Profiler.takePreciseCoverage");
    const scripts = result.filter(({ url }) => url.includes(part));
    return await Promise.all(
      scripts.map(async ({ url, scriptId, functions }) => {
        const { scriptSource } = await session.post("Debugger.getScriptSource", { scriptId });
        return { url, source: scriptSource, functions };
      }),
    );
  } finally {
    session.disconnect();
  }
}

/** How often the place at an offset ran: the count of the innermost range around it. */
export function countAt({ functions }: CoveredScript, offset: number): number {
  let count = 0;
  let size = Number.POSITIVE_INFINITY;
  for (const { ranges } of functions) {
    for (const range of ranges) {
      if (offset < range.startOffset || offset >= range.endOffset) continue;
      const length = range.endOffset - range.startOffset;
      if (length > size) continue;
      size = length;
      count = range.count;
    }
  }
  return count;
}
