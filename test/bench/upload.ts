/**
 * Measures the overhead of the widget over a bare XHR PUT of the same file: alternating runs, ratio of medians within one run.
 *
 *     npm run bench -- --suite upload [--mib 512] [--rounds 5]
 */
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { type BenchPage, median, onBenchPage, watchRenderer } from "./bench-page.ts";

const { values } = parseArgs({
  options: { suite: { type: "string" }, mib: { type: "string" }, rounds: { type: "string" } },
});
const MIB = Number(values.mib ?? 512);
const ROUNDS = Number(values.rounds ?? 5);

const LINES = [
  { name: "full loopback speed", bytesPerSecond: 0, budget: 1.3, rounds: ROUNDS },
  { name: "1 Gbit/s", bytesPerSecond: 125_000_000, budget: 1.15, rounds: ROUNDS },
  { name: "100 Mbit/s", bytesPerSecond: 12_500_000, budget: 1.02, rounds: Math.min(2, ROUNDS) },
];

interface WidgetRun {
  readonly ms: number;
  readonly longTasks: readonly number[];
}

await onBenchPage({ mib: MIB, files: pageFile }, async (bench) => {
  for (const line of LINES) await measure(bench, line);
  const md5 = await bench.page.evaluate("window.lastMd5");
  console.log(`MD5 ${md5 === bench.md5 ? "right" : `WRONG: ${String(md5)}`}`);
});

async function measure({ browser, page, sinkUrl }: BenchPage, line: (typeof LINES)[number]): Promise<void> {
  const url = `${sinkUrl}/file?rate=${line.bytesPerSecond}`;
  const bare: number[] = [];
  const widget: number[] = [];
  const growth: number[] = [];
  let longestTask = 0;
  if (line.bytesPerSecond === 0) {
    await page.evaluate(`window.bare("${url}")`);
    await page.evaluate(`window.widget("${url}")`);
  }
  for (let round = 0; round < line.rounds; round += 1) {
    bare.push((await page.evaluate(`window.bare("${url}")`)) as number);
    const memory = await watchRenderer(browser);
    const run = (await page.evaluate(`window.widget("${url}")`)) as WidgetRun;
    growth.push(memory.stop());
    widget.push(run.ms);
    longestTask = Math.max(longestTask, ...run.longTasks);
  }
  const ratio = median(widget) / median(bare);
  const rate = (MIB * 1.048576) / (median(bare) / 1_000);
  console.log(
    `${line.name}: ${ratio.toFixed(3)} × a bare PUT (budget ${line.budget}; bare ${rate.toFixed(0)} MB/s, ${line.rounds} rounds); ` +
      `long tasks: ${longestTask ? `up to ${longestTask.toFixed(0)} ms` : "none over 50 ms"}; renderer grows ${median(growth).toFixed(0)} MiB`,
  );
}

function pageFile(path: string): Promise<Buffer | null> {
  const name = /^\/dist\/([\w.-]+\.js)$/.exec(path)?.[1];
  const file = name ? new URL(`../../dist/${name}`, import.meta.url) : new URL("./page.html", import.meta.url);
  return readFile(file).catch(() => null);
}
