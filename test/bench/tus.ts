/**
 * Measures the overhead of a tus upload with the MD5 worker in parallel over a bare XHR PUT of the same file: one long PATCH
 * and two chunk sizes, alternating runs, ratios of medians within one run. Over loopback hashing takes most of the time, so
 * the PUT with the worker is reported too.
 *
 *     npm run bench -- --suite tus [--mib 512] [--rounds 5]
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "vite";
import { buildWorker, workerSource } from "../../vite.worker.mjs";
import { type BenchPage, median, onBenchPage, watchRenderer } from "./bench-page.ts";
import type { TusResult, TusRun } from "./tus-page.ts";

const { values } = parseArgs({
  options: { suite: { type: "string" }, mib: { type: "string" }, rounds: { type: "string" } },
});
const MIB = Number(values.mib ?? 512);
const ROUNDS = Number(values.rounds ?? 6);

const LINES = [
  { name: "full loopback speed", bytesPerSecond: 0, budget: 1.6 },
  { name: "1 Gbit/s", bytesPerSecond: 125_000_000, budget: 1.15 },
];
const WAYS = [
  { name: "one long PATCH", chunkMib: null, checksum: null },
  { name: "64 MiB chunks", chunkMib: 64, checksum: null },
  { name: "16 MiB chunks", chunkMib: 16, checksum: null },
  // No budget: the worker has twice as much to do.
  { name: "64 MiB chunks, each with its checksum", chunkMib: 64, checksum: "md5" },
] as const;

const script = await bundled("./tus-page.ts");
const worker = await buildWorker(fileURLToPath(new URL("../../src/hash/md5-worker.ts", import.meta.url)));
const FILES: Readonly<Record<string, string>> = {
  "/": '<!doctype html><title>tus</title><input type="file" /><script type="module" src="/tus-page.js"></script>',
  "/tus-page.js": script,
  "/md5.worker.js": worker,
};

await onBenchPage({ mib: MIB, files: async (path) => FILES[path] ?? null }, async (bench) => {
  for (const line of LINES) await measure(bench, line);
});

async function measure({ browser, page, sinkUrl, md5 }: BenchPage, line: (typeof LINES)[number]): Promise<void> {
  const rate = `rate=${line.bytesPerSecond}`;
  const put = `${sinkUrl}/file?${rate}`;
  const bare: number[] = [];
  const hashed: number[] = [];
  const results = WAYS.map((way, index) => {
    const chunkBytes = way.chunkMib === null ? null : way.chunkMib * 1_048_576;
    const run: TusRun = { url: `${sinkUrl}/tus-${index}?${rate}`, chunkBytes, checksum: way.checksum };
    return { way, run, ms: [] as number[], growth: [] as number[], longTasks: [] as number[] };
  });
  const contenders = [
    async () => bare.push(await page.evaluate((url) => window.bare(url), put)),
    async () => hashed.push(await page.evaluate((url) => window.hashed(url), put)),
    ...results.map((result) => async () => {
      const memory = await watchRenderer(browser);
      const sent: TusResult = await page.evaluate((given) => window.tus(given), result.run);
      result.growth.push(memory.stop());
      if (sent.md5 !== md5) throw new Error(`The worker returned ${sent.md5}, the file has ${md5}.`);
      if (sent.confirmed !== MIB * 1_048_576) throw new Error(`The sink has ${sent.confirmed} bytes.`);
      result.ms.push(sent.ms);
      result.longTasks.push(...sent.longTasks);
    }),
  ];

  // One warm-up run each: fills the file cache and compiles the code.
  for (const contend of contenders) await contend();
  for (const times of [bare, hashed, ...results.map(({ ms }) => ms)]) times.length = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    // Rotates the order, because the speed of a request depends on what the machine did just before.
    const first = round % contenders.length;
    for (const contend of [...contenders.slice(first), ...contenders.slice(0, first)]) await contend();
  }

  const megabytes = (MIB * 1.048576) / (median(bare) / 1_000);
  console.log(`${line.name} (bare PUT ${megabytes.toFixed(0)} MB/s, ${spread(bare)}; ${ROUNDS} rounds)`);
  // The fastest runs are comparable even when the times fall into two groups and the medians come from different ones.
  const over = (ms: readonly number[]) =>
    `${(median(ms) / median(bare)).toFixed(3)} (fastest runs: ${(Math.min(...ms) / Math.min(...bare)).toFixed(3)})`;
  console.log(`  a bare PUT with the MD5 worker in parallel: ${over(hashed)} × without; ${spread(hashed)}`);
  for (const { way, ms, growth, longTasks } of results) {
    const budget = way.checksum ? "no budget" : `budget ${line.budget}`;
    const long = longTasks.length > 0 ? `up to ${Math.max(...longTasks).toFixed(0)} ms` : "none over 50 ms";
    console.log(
      `  ${way.name}: ${over(ms)} × a bare PUT (${budget}); ${spread(ms)}; ` +
        `long tasks: ${long}; renderer grows ${median(growth).toFixed(0)} MiB`,
    );
  }
}

/** The range of the times, which shows how much a median is worth. */
function spread(ms: readonly number[]): string {
  return `${Math.min(...ms).toFixed(0)} to ${Math.max(...ms).toFixed(0)} ms`;
}

/** Bundles a script in memory, so that the suite does not depend on a build. */
async function bundled(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: "error",
    plugins: [workerSource()],
    build: {
      write: false,
      target: "es2022",
      minify: true,
      lib: { entry: fileURLToPath(new URL(entry, import.meta.url)), formats: ["es"] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [chunk] = [output].flat().flatMap((built) => ("output" in built ? built.output : []));
  if (chunk?.type !== "chunk") throw new Error(`${entry} did not become a script`);
  return chunk.code;
}
