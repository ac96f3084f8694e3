/** The browser tests' reporter: failures in full, one line an engine, and the report that the whole run adds up. */
import { relative } from "node:path";
import { ROOT } from "./test-files.mjs";
import { emptyReport, printCounts, writeReport } from "./test-report.mjs";

/** @returns {import("@web/test-runner").Reporter} */
export function browserReporter() {
  let engines = [];
  return {
    start({ browserNames }) {
      engines = browserNames;
    },
    reportTestFileResults({ sessionsForTestFile }) {
      for (const session of sessionsForTestFile) {
        const { passed, failed, times } = reportOf(session.browser.name, [session]);
        const seconds = times.reduce((sum, { ms }) => sum + ms, 0) / 1000;
        const mark = failed.length > 0 ? "✗" : "✓";
        console.log(
          `${mark} ${session.browser.name}: ${relative(ROOT, session.testFile)}: ${passed} passed, ${seconds.toFixed(1)} s`,
        );
      }
    },
    stop({ sessions }) {
      const reports = engines.map((engine) =>
        reportOf(
          engine,
          sessions.filter(({ browser }) => browser.name === engine),
        ),
      );
      for (const report of reports) printCounts(report);
      writeReport(reports);
    },
  };
}

function reportOf(engine, sessions) {
  const report = emptyReport(engine);
  for (const session of sessions) {
    const file = relative(ROOT, session.testFile);
    const failuresBefore = report.failed.length;
    visit(session.testResults, [], (test, name) => {
      if (test.skipped) report.skipped.push({ file, name, why: `cannot be tried in ${engine}` });
      else if (test.passed) report.passed += 1;
      else report.failed.push({ file, name, error: describeError(test.error) });
      if (!test.skipped && test.duration !== undefined) report.times.push({ file, name, ms: test.duration });
    });
    // A file that does not load, or a console that says what no test expected, fails without a failed test.
    if (!session.passed && report.failed.length === failuresBefore) {
      const errors = session.errors.map(describeError).join("\n") || "The page ended without a result.";
      report.failed.push({ file, name: "the file as a whole", error: errors });
    }
    for (const log of session.logs ?? []) report.output.push({ file, text: log.map(String).join(" ") });
  }
  return report;
}

function visit(suite, names, each) {
  for (const test of suite?.tests ?? []) each(test, [...names, test.name].join(" > "));
  for (const inner of suite?.suites ?? []) visit(inner, [...names, inner.name], each);
}

function describeError(error) {
  if (!error) return "failed without an error";
  const difference =
    error.expected !== undefined && error.actual !== undefined
      ? `\nexpected: ${error.expected}\nactual:   ${error.actual}`
      : "";
  return `${error.stack?.includes(error.message) ? error.stack : `${error.message}\n${error.stack ?? ""}`}${difference}`;
}
