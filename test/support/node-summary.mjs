/**
 * A reporter for Node's test runner: one line a file, the failures in full, and at the end the counts that the whole
 * run adds up. (The built-in ones print every test, or too little about a failure.)
 */

import { relative } from "node:path";
import { inspect } from "node:util";

export default async function* nodeSummary(events) {
  const files = new Map();
  const totals = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];

  for await (const { type, data } of events) {
    if (type === "test:stderr" || type === "test:stdout") yield data.message;
    if (type !== "test:pass" && type !== "test:fail") continue;
    // A group passes or fails with its tests: it counts only when something of its own broke, a hook say.
    const isGroup = data.details?.type === "suite";
    const followsFromTests = data.details?.error?.failureType === "subtestsFailed";
    if (followsFromTests || (isGroup && type === "test:pass")) continue;

    const outcome =
      data.skip !== undefined || data.todo !== undefined ? "skipped" : type === "test:pass" ? "passed" : "failed";
    totals[outcome] += 1;
    const file = data.file ? relative(process.cwd(), data.file) : data.name;
    const counts = files.get(file) ?? { passed: 0, failed: 0, skipped: 0 };
    counts[outcome] += 1;
    files.set(file, counts);
    if (outcome === "failed") failures.push({ file, name: data.name, error: data.details?.error });
  }

  for (const [file, { passed, failed, skipped }] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    yield `${failed > 0 ? "✗" : "✓"} ${file}: ${passed} passed${failed > 0 ? `, ${failed} failed` : ""}${skipped > 0 ? `, ${skipped} skipped` : ""}\n`;
  }
  for (const { file, name, error } of failures) {
    yield `\n✗ ${name}\n  ${file}\n${indent(inspect(error?.cause ?? error, { colors: false }))}\n`;
  }
  yield `\nRan in Node ${process.versions.node}: ${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ""}\n`;
}

function indent(text) {
  return text.replaceAll(/^/gm, "    ");
}
