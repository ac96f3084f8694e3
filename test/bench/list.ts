/**
 * Measures a long list in Chromium with the built script. Files are dropped like a user drops them; each is hashed and sent
 * to a server on this machine.
 *
 *     npm run bench -- --suite list
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { onBenchPage } from "./bench-page.ts";
import { heapOf } from "./heap.ts";

interface Added {
  readonly firstRowMs: number;
  readonly allMs: number;
  readonly tasks: readonly number[];
  readonly nodes: number;
  readonly elements: number;
  readonly rows: number;
}

interface Scrolled {
  readonly frames: readonly number[];
  readonly updates: number;
  readonly blank: number;
  readonly scrolled: number;
  readonly nodes: number;
  readonly tasks: readonly number[];
}

/** Response times of the endpoint: immediate, which no real endpoint achieves and which loads the machine fully; and nearby. */
const HOST_MS = [0, 20];

/** Growth of the heap with the list before. */
let shorter = { count: 0, grown: 0 };

for (const count of [1_000, 10_000]) {
  const folder = await mkdtemp(join(tmpdir(), "lightfield-list-"));
  try {
    await writeFiles(folder, count);
    await onBenchPage({ mib: 1, files: pageFile }, async ({ page, sinkUrl }) => {
      await page.evaluate(`window.sink = ${JSON.stringify(sinkUrl)}`);
      const heapBefore = await heapOf(page);
      await drop(page, folder, count);
      const added = (await page.evaluate(`window.added(${count})`)) as Added;
      console.log(
        `${count} files dropped: first row after ${added.firstRowMs.toFixed(0)} ms, all on the list after ${added.allMs.toFixed(0)} ms; ` +
          `long tasks: ${describeTasks(added.tasks)}; ${added.nodes} nodes, of which ${added.elements} elements, ${added.rows} rows`,
      );
      const grown = (await heapOf(page)) - heapBefore;
      const further = (grown - shorter.grown) / (count - shorter.count);
      console.log(
        `  the heap has grown by ${(grown / 1e6).toFixed(1)} MB, the code of the list included` +
          (shorter.count > 0 ? `: ${further.toFixed(0)} bytes for each file beyond the first ${shorter.count}` : ""),
      );
      shorter = { count, grown };
      for (const hostMs of HOST_MS) {
        const scrolled = (await page.evaluate(`window.hostMs = ${hostMs}; window.scrollOn(4000, 37)`)) as Scrolled;
        const seconds = ((scrolled.frames.at(-1) ?? 0) - (scrolled.frames[0] ?? 0)) / 1000;
        console.log(
          `  scrolling while files are sent, host answers after ${hostMs} ms: ${fewestFramesPerSecond(scrolled.frames)} frames in the slowest ` +
            `second of ${seconds.toFixed(1)}, ${(scrolled.updates / scrolled.frames.length).toFixed(1)} updates a frame, ${scrolled.blank} frames with a ` +
            `hole, ${scrolled.scrolled.toFixed(0)} px far; long tasks: ${describeTasks(scrolled.tasks)}; ${scrolled.nodes} nodes`,
        );
      }
      for (const act of ["pause", "resume", "cancel", "clear"]) {
        const { ms, tasks } = (await page.evaluate(`window.act((element) => element.${act}())`)) as {
          ms: number;
          tasks: number[];
        };
        console.log(`  ${act}(): drawn after ${ms.toFixed(0)} ms; long tasks: ${describeTasks(tasks)}`);
      }
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function describeTasks(tasks: readonly number[]): string {
  const sum = tasks.reduce((total, one) => total + one, 0);
  return tasks.length === 0
    ? "none over 50 ms"
    : `${tasks.length}, ${sum.toFixed(0)} ms in all, the longest ${Math.max(...tasks).toFixed(0)} ms`;
}

/** Number of frames in the slowest second of the run. */
function fewestFramesPerSecond(frames: readonly number[]): number {
  const end = frames.at(-1) ?? 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (const from of frames) {
    if (from + 1000 > end) break;
    fewest = Math.min(fewest, frames.filter((at) => at > from && at <= from + 1000).length);
  }
  return fewest;
}

async function writeFiles(folder: string, count: number): Promise<void> {
  for (let at = 0; at < count; at += 500) {
    const some = Array.from({ length: Math.min(500, count - at) }, (_, index) => at + index);
    await Promise.all(some.map((index) => writeFile(nameOf(folder, index), `WEBVTT\n\ncall ${index}\n`.repeat(20))));
  }
}

function nameOf(folder: string, index: number): string {
  return join(folder, `call-${String(index).padStart(5, "0")}.vtt`);
}

async function drop(page: Page, folder: string, count: number): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const box = await page.locator("lightfield-uploader").boundingBox();
  const { x, y } = { x: (box?.x ?? 0) + 60, y: (box?.y ?? 0) + 40 };
  const files = Array.from({ length: count }, (_, index) => nameOf(folder, index));
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await cdp.send("Input.dispatchDragEvent", { type, x, y, data });
  }
}

function pageFile(path: string): Promise<Buffer | null> {
  const name = /^\/dist\/([\w.-]+\.js)$/.exec(path)?.[1];
  const file = name ? new URL(`../../dist/${name}`, import.meta.url) : new URL("./list-page.html", import.meta.url);
  return readFile(file).catch(() => null);
}
