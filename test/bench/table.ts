/**
 * Makes one Markdown table, as for the README, of the figures that runs have appended to a file:
 *
 *     npm run bench -- --suite first --peers --json figures.jsonl      and other suites, into the same file
 *     npx tsx test/bench/table.ts figures.jsonl
 */
import { readFile } from "node:fs/promises";

interface Report {
  readonly title: string;
  /** ISO date and time. */
  readonly at: string;
  readonly load: number;
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}

/** Which column of a report is shown, and how. */
const SHOWN: readonly { readonly title: RegExp; readonly column: string; readonly unit: string }[] = [
  { title: /MiB, /, column: "× bare", unit: " × a bare XHR" },
  { title: /^first paint/, column: "ms, median", unit: " ms" },
  { title: /^journey/, column: "after one file, bytes", unit: " bytes" },
  { title: /files of 10 KiB/, column: "files a second × bare", unit: " × a bare XHR" },
];

/** A contender that is the least that the task needs, and no product. */
const IS_FLOOR = /^(?:bare|MD5|lit)\b/;

const [file] = process.argv.slice(2);
if (!file) throw new Error("Name the file that `npm run bench -- --json FILE` has written.");
/** The last report of each title counts. */
const reports = new Map<string, Report>();
for (const line of (await readFile(file, "utf8")).split("\n").filter(Boolean)) {
  const report = JSON.parse(line) as Report;
  reports.set(report.title, report);
}

console.log("| measured | this element | the least that it takes | others |\n|---|---|---|---|");
for (const { title, rows } of reports.values()) {
  const shown = SHOWN.find((one) => one.title.test(title));
  if (!shown) continue;
  const figures = rows.map((row) => ({ name: String(row.contender), value: Number(row[shown.column]) }));
  const listed = (chosen: (name: string) => boolean) =>
    figures
      .filter(({ name, value }) => chosen(name) && Number.isFinite(value))
      .map(({ name, value }) => `${name.replace(/^element,? ?/, "") || "element"}: ${rounded(value)}${shown.unit}`)
      .join("; ");
  const isOurs = (name: string) => name.startsWith("element");
  console.log(
    `| ${title} | ${listed(isOurs)} | ${listed((name) => IS_FLOOR.test(name))} | ${listed((name) => !isOurs(name) && !IS_FLOOR.test(name))} |`,
  );
}
const dates = [...new Set([...reports.values()].map(({ at }) => at.slice(0, 10)))].join(", ");
const load = Math.max(...[...reports.values()].map((report) => report.load));
console.log(`\nMeasured on ${dates}, Chromium on two cores, load of the machine at most ${load.toFixed(1)}.`);

function rounded(value: number): string {
  return Math.abs(value) >= 1_000 ? value.toLocaleString("en") : value.toFixed(Math.abs(value) >= 100 ? 0 : 2);
}
