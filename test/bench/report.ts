/** Figures of a run as a Markdown table, and as JSON for later comparison. */
import { writeFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { parseArgs } from "node:util";

export const { values: OPTIONS } = parseArgs({
  options: {
    suite: { type: "string" },
    /** Size of the large file in MiB. */
    mib: { type: "string", default: "512" },
    rounds: { type: "string", default: "5" },
    /** Number of small files. */
    files: { type: "string", default: "1000" },
    /** Ending of their names. A file whose name tells no type, as ".bin", is inspected before it is sent. */
    ending: { type: "string", default: "bin" },
    /** Names of the contenders to run, separated by commas; all unless given. */
    only: { type: "string" },
    /** Compares with other uploaders, too. */
    peers: { type: "boolean", default: false },
    /** Speed of the line for a large file, "loopback" or "gbit"; both unless given. */
    line: { type: "string" },
    /** File to which the figures are appended, one JSON object a line. */
    json: { type: "string" },
  },
  strict: false,
}) as {
  values: {
    suite?: string;
    mib: string;
    rounds: string;
    files: string;
    ending: string;
    only?: string;
    peers: boolean;
    line?: string;
    json?: string;
  };
};

export function isChosen(name: string): boolean {
  return OPTIONS.only === undefined || OPTIONS.only.split(",").includes(name);
}

export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = [...numbers].sort((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    min: sorted[0] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
  };
}

/** Calls every contender once for warming up, unless that takes too long, then `rounds` times in an order that rotates. */
export async function alternate(
  contenders: readonly (() => Promise<void>)[],
  { rounds, onWarm, warmsUp = true }: { readonly rounds: number; onWarm(): void; readonly warmsUp?: boolean },
): Promise<void> {
  if (warmsUp) for (const contend of contenders) await contend();
  onWarm();
  for (let round = 0; round < rounds; round += 1) {
    const first = round % contenders.length;
    for (const contend of [...contenders.slice(first), ...contenders.slice(0, first)]) await contend();
  }
}

export type Cell = string | number | null;

export async function report(title: string, rows: readonly Readonly<Record<string, Cell>>[]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const show = (cell: Cell | undefined) =>
    cell === null || cell === undefined ? "–" : typeof cell === "number" ? rounded(cell) : cell;
  const load = loadavg()[0] ?? 0;
  console.log(`\n**${title}** (${new Date().toISOString().slice(0, 10)}, load of the machine ${load.toFixed(1)})\n`);
  console.log(`| ${columns.join(" | ")} |\n|${columns.map((_, index) => (index === 0 ? "---" : "--:")).join("|")}|`);
  for (const row of rows) console.log(`| ${columns.map((column) => show(row[column])).join(" | ")} |`);
  if (OPTIONS.json) {
    const line = JSON.stringify({ title, at: new Date().toISOString(), load, rows });
    await writeFile(OPTIONS.json, `${line}\n`, { flag: "a" });
  }
}

function rounded(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}
