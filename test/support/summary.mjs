/** What a run says at its end beside its counts: which tests were slow, and which did not run, and why. */

/** @typedef {import("./test-report.mjs").Report} Report */

const SLOWEST = 10;

/** @param {readonly Report[]} reports @returns {string[]} */
export function slowest(reports) {
  const times = reports.flatMap(({ where, times }) => times.map((time) => ({ ...time, where })));
  if (times.length === 0) return [];
  times.sort((one, other) => other.ms - one.ms);
  return [
    "The slowest tests:",
    ...times
      .slice(0, SLOWEST)
      .map(
        ({ where, file, name, ms }) => `  ${(ms / 1000).toFixed(1).padStart(5)} s  ${where}  ${file}  ${shorten(name)}`,
      ),
  ];
}

const shorten = (name) => (name.length > 80 ? `${name.slice(0, 79)}…` : name);

/** One line for each reason why tests did not run. @param {readonly Report[]} reports @returns {string[]} */
export function leftOut(reports) {
  /** @type {Map<string, Set<string>>} */
  const byReason = new Map();
  const counts = new Map();
  for (const { skipped } of reports) {
    for (const { why, file } of skipped) {
      byReason.set(why, (byReason.get(why) ?? new Set()).add(file));
      counts.set(why, (counts.get(why) ?? 0) + 1);
    }
  }
  return [...byReason].map(([why, files]) => {
    const [first] = files;
    const where = files.size === 1 ? first : `${files.size} files`;
    return `${counts.get(why)} ${counts.get(why) === 1 ? "test or group" : "tests or groups"} of ${where}: ${why}`;
  });
}
