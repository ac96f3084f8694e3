/** A reporter for Node's test runner: failures in full, one line of counts, and the report that the whole run adds up. */
import { inspect } from "node:util";
import { sourceOf, withSources } from "./node-bundle.mjs";
import { describeReport, emptyReport, writeReport } from "./test-report.mjs";

export default async function* nodeReporter(events) {
  const report = emptyReport("Node");
  /** The names of the groups that a test stands in, outermost first, by file and depth. */
  const groups = new Map();

  for await (const { type, data } of events) {
    const file = data?.file ? sourceOf(data.file) : "";
    if (type === "test:stdout" || type === "test:stderr") {
      report.output.push({ file, text: withSources(data.message) });
      continue;
    }
    if (type === "test:start") {
      const path = (groups.get(file) ?? []).slice(0, data.nesting);
      path[data.nesting] = data.name;
      groups.set(file, path);
      continue;
    }
    if (type !== "test:pass" && type !== "test:fail") continue;
    const name = [...(groups.get(file) ?? []).slice(0, data.nesting), data.name].filter(Boolean).join(" > ");
    const why = data.skip ?? data.todo;
    if (why !== undefined) {
      report.skipped.push({ file, name, why: typeof why === "string" && why !== "" ? why : "no reason given" });
      continue;
    }
    // A group passes or fails with its tests: it counts only when something of its own broke, a hook for example.
    const isGroup = data.details?.type === "suite";
    const followsFromTests = data.details?.error?.failureType === "subtestsFailed";
    if (followsFromTests || (isGroup && type === "test:pass")) continue;

    report.times.push({ file, name, ms: data.details?.duration_ms ?? 0 });
    if (type === "test:pass") report.passed += 1;
    else report.failed.push({ file, name, error: describeError(data.details?.error) });
  }

  writeReport([report]);
  yield `${describeReport(report)}\n`;
}

function describeError(error) {
  return withSources(inspect(error?.cause ?? error, { colors: false }));
}
