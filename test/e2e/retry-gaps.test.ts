import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { after, afterEach, before, test } from "node:test";
import type { FaultPhase, RequestLogEntry } from "../../demo/emulator/index.ts";
import { FAILED_REQUEST } from "./complaints.ts";
import { sourceFile } from "./source-files.ts";
import type { Stage } from "./support.ts";
import { NO_RATE_LIMIT, openStage } from "./support.ts";

let stage: Stage;
before(async () => {
  stage = await openStage({ emulator: NO_RATE_LIMIT });
});
afterEach(() => stage.endTest());
after(() => stage.close());

/**
 * Milliseconds from each refusal at the phase to the next request there, of whatever method, as the server that was
 * asked wrote them down.
 */
function gapsOf(phase: FaultPhase): number[] {
  const entries = stage.emulator.requests.entries.filter(isRequest(phase));
  return entries.flatMap(({ at, status }, index) => {
    const next = entries[index + 1];
    return next && (status === 429 || status === 503) ? [next.at - at] : [];
  });
}

function isRequest(phase: FaultPhase): (entry: RequestLogEntry) => boolean {
  return (entry) => entry.phase === phase && entry.method !== "OPTIONS";
}

async function uploadOne(name: string, page: string, phase: FaultPhase): Promise<void> {
  const widget = await stage.open(page);
  if (phase !== "create" && phase !== "complete") widget.complaints.allow(FAILED_REQUEST);
  await widget.drop([await sourceFile(stage.sourceDir, name, `${name}\n`)]);
  await widget.first({ status: "succeeded" });
  await widget.close();
}

/** Where the host's files travel so that a browser meets the phase itself. */
const PAGES = { create: "/", transfer: "/", relay: "/resumable.html", complete: "/" } as const;

for (const [phase, page] of Object.entries(PAGES) as [keyof typeof PAGES, string][]) {
  for (const status of [429, 503] as const) {
    test(`${status} with Retry-After: 1 at ${phase}: no request before a second is over`, async (t) => {
      stage.emulator.faults.add({ at: phase, do: "status", status, retryAfterSeconds: 1, times: 2 });
      await uploadOne(`${phase}-${status}.txt`, page, phase);
      const gaps = gapsOf(phase);
      t.diagnostic(`${phase}, ${status}: asked again after ${gaps.map((gap) => `${gap} ms`).join(", ")}`);
      assert.equal(gaps.length, 2);
      for (const gap of gaps) assert.ok(gap >= 1_000, `asked again after ${gap} ms`);
    });
  }
}

test("503 without Retry-After: the gaps differ from file to file, and grow", async (t) => {
  const names = Array.from({ length: 12 }, (_, index) => `busy-${index + 1}.txt`);
  const sources: string[] = [];
  for (const name of names) {
    stage.emulator.faults.add({ at: "transfer", do: "status", status: 503, times: 3, fileName: name });
    sources.push(await sourceFile(stage.sourceDir, name, `${name}\n`));
  }
  // The gaps are a matter of chance, the test is not: fractions that spread evenly (the golden ratio's).
  const context = await stage.newContext();
  await context.addInitScript(() => {
    let fraction = 0;
    Math.random = () => {
      fraction = (fraction + 0.618_034) % 1;
      return fraction;
    };
  });
  const widget = await stage.open("/", context);
  widget.complaints.allow(FAILED_REQUEST);
  await widget.page.evaluate((count) => {
    const uploader = document.querySelector("lightfield-uploader");
    if (uploader) uploader.maxConcurrentUploads = count;
  }, names.length);
  await widget.drop(sources);
  await widget.settled(names.length);
  await widget.close();

  const gaps = gapsByFile(t);
  const firsts = gaps.map(([first = 0]) => first);
  const thirds = gaps.map(([, , third = 0]) => third);
  // Spread over 0 to 1 s and over 0 to 4 s, whatever a busy machine adds to both.
  assert.ok(mean(thirds) > mean(firsts), `the third gap is ${mean(thirds)} ms, the first ${mean(firsts)} ms`);
  assert.ok(new Set(gaps.flat().map((gap) => Math.round(gap / 50))).size > 10, "the gaps are all alike");
});

/** The three gaps of each file, printed as the storage saw them. */
function gapsByFile(t: TestContext): number[][] {
  const byFile = new Map<string, number[]>();
  for (const { fileId, at } of stage.emulator.requests.entries.filter(isRequest("transfer"))) {
    byFile.set(fileId ?? "", [...(byFile.get(fileId ?? "") ?? []), at]);
  }
  const gaps = [...byFile.values()].map((times) => times.slice(1).map((at, index) => at - (times[index] ?? 0)));
  for (const [index, fileGaps] of gaps.entries()) t.diagnostic(`file ${index + 1}: ${fileGaps.join(", ")} ms`);
  for (const fileGaps of gaps) assert.equal(fileGaps.length, 3);
  return gaps;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
