/** The last word of a browser run: which engines it ran in, and how many tests in each. */

/** Reads one session of the test runner. A file that does not load is a failure even though no test of it ran. */
function countTests(session) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const visit = (suite) => {
    for (const test of suite?.tests ?? []) {
      counts[test.skipped ? "skipped" : test.passed ? "passed" : "failed"] += 1;
    }
    for (const inner of suite?.suites ?? []) visit(inner);
  };
  visit(session.testResults);
  if (!session.passed && counts.failed === 0) counts.failed = 1;
  return counts;
}

/** @returns {import("@web/test-runner").Reporter} */
export function engineSummary() {
  let engines = [];
  return {
    start({ browserNames }) {
      engines = browserNames;
    },
    stop({ sessions }) {
      const lines = engines.map((engine) => {
        const totals = { passed: 0, failed: 0, skipped: 0 };
        for (const session of sessions.filter(({ browser }) => browser.name === engine)) {
          const counts = countTests(session);
          for (const outcome of Object.keys(totals)) totals[outcome] += counts[outcome];
        }
        const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : "";
        return `Ran in ${engine}: ${totals.passed} passed, ${totals.failed} failed${skipped}`;
      });
      // Through the console, which the test runner buffers, so that it comes after the failures.
      console.log(lines.join("\n"));
    },
  };
}

/**
 * A reporter that keeps to itself which addresses were not found, as long as the tests passed: looking for what is not
 * there is what some of them are about.
 * @param {import("@web/test-runner").Reporter} reporter
 * @returns {import("@web/test-runner").Reporter}
 */
export function quietWhenPassed(reporter) {
  return {
    ...reporter,
    reportTestFileResults({ sessionsForTestFile, ...args }) {
      const sessions = sessionsForTestFile.map((session) =>
        session.passed ? { ...session, request404s: [] } : session,
      );
      reporter.reportTestFileResults?.({ ...args, sessionsForTestFile: sessions });
    },
  };
}
