/**
 * What moves while three files are uploaded over a slow line, in a minute of a clock that the test holds: nothing. Prints the
 * layout shift, the heights of the rows and what the list said about the time left.
 */
import { expect, fixture, html } from "@open-wc/testing";
import type { LightfieldUploader } from "../../../src/element/index.ts";
import { fileOf } from "../../support/screenshots/states.ts";
import { isReferenceEngine } from "../support/engine.ts";
import { HeldLine } from "../support/held-line.ts";
import { findAll, waitUntil } from "../support/stage.ts";

/** Whether the figures are asked for (`LIGHTFIELD_FIGURES=1`). */
declare const LIGHTFIELD_FIGURES: boolean;

const STEP_MS = 500;
const RATE = 250_000;
/** Largest layout shift of the element over a whole upload; Google calls a page good up to 0.1. */
const MOST_SHIFT = 0.01;

const NAMES: Readonly<Record<string, readonly [string, string, string]>> = {
  en: ["kickoff.vtt", "Quarterly business review – full transcript (final).docx", "interview-with-customer.srt"],
  ar: ["الفريق.vtt", "محضر الاجتماع الأسبوعي للفريق مع العميل – النسخة النهائية.docx", "مقابلة-العميل.srt"],
  de: ["Jour-fixe.vtt", "Besprechungsprotokoll Quartalszahlen und Ausblick.docx", "Kundengespräch-Mitschrift.srt"],
  hi: ["टीम.vtt", "ग्राहक के साथ साप्ताहिक बैठक का पूरा विवरण – अंतिम प्रति.docx", "साक्षात्कार.srt"],
};
const SETTINGS = [
  ["en", 320],
  ["ar", 320],
  ["de", 320],
  ["hi", 390],
  ["en", 430],
  ["de", 900],
] as const;

interface Watched {
  readonly shift: number;
  /** What moved, with the shift that it was part of. */
  readonly moved: readonly string[];
  /** Every height of each row, in pixels. */
  readonly heights: readonly ReadonlySet<number>[];
  readonly summaries: ReadonlySet<number>;
  /** The time left as the list said it, with the second in which it did. */
  readonly times: readonly (readonly [second: number, text: string])[];
}

async function watchUpload(lang: string, width: number): Promise<Watched> {
  const { documentElement } = document;
  const before = { lang: documentElement.lang, dir: documentElement.dir };
  Object.assign(documentElement, { lang, dir: lang === "ar" ? "rtl" : "ltr" });
  const place = await fixture<HTMLElement>(html`<div style="width: ${width - 32}px; padding: 16px"></div>`);
  const line = new HeldLine();
  const element: LightfieldUploader = document.createElement("lightfield-uploader");
  element.multiple = true;
  element.uploader = line.uploader;
  place.append(element);
  // With a file that comes and goes, so that the code of the list is loaded, as it is on an idle page.
  line.uploader.add([{ file: fileOf("first.vtt", 1000) }]);
  await waitUntil(() => findAll(element, "[part=file]").length === 1);
  line.uploader.cancel();
  line.uploader.clear();
  await waitUntil(() => findAll(element, "[part=file]").length === 0);
  await settle();

  const shifts: LayoutShift[] = [];
  const observer = new PerformanceObserver((list) => shifts.push(...(list.getEntries() as LayoutShift[])));
  observer.observe({ type: "layout-shift" });
  const heights: Set<number>[] = [];
  const summaries = new Set<number>();
  const times: [number, string][] = [];
  const sizes = [3e6, 5e6, 7e6];
  try {
    await element.addFiles((NAMES[lang] ?? []).map((name, index) => fileOf(name, sizes[index] ?? 1)));
    for (let ms = 0; ms < 70_000 && line.uploader.snapshot.counts.succeeded < sizes.length; ms += STEP_MS) {
      await line.pass(STEP_MS, RATE);
      await element.updateComplete;
      await new Promise(requestAnimationFrame);
      findAll(element, "[part=file]").forEach((row, index) => {
        heights[index] ??= new Set();
        heights[index].add(Math.round(row.getBoundingClientRect().height * 10) / 10);
      });
      for (const summary of findAll(element, "[part=summary]")) {
        summaries.add(Math.round(summary.getBoundingClientRect().height));
      }
      const left = findAll(element, "[part=summary-meta] .figure").at(-1)?.textContent ?? "";
      if (line.uploader.snapshot.remainingMs !== null && times.at(-1)?.[1] !== left) times.push([ms / 1000, left]);
    }
    await settle();
    shifts.push(...(observer.takeRecords() as LayoutShift[]));
  } finally {
    observer.disconnect();
    Object.assign(documentElement, before);
  }
  const moved = shifts.flatMap(({ value, sources }) =>
    sources.map(
      ({ node }) =>
        `${value.toFixed(4)} ${node instanceof Element ? node.className || node.localName : node?.parentElement?.className}`,
    ),
  );
  return { shift: shifts.reduce((sum, { value }) => sum + value, 0), moved, heights, summaries, times };
}

async function settle(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
}

/** Seconds in an English text like "48 sec left". */
const seconds = (text: string): number => Number(/(\d+) sec/.exec(text)?.[1] ?? Number.NaN);

describe("while three files are uploaded over a slow line", () => {
  before(function () {
    // Only Chromium reports layout shifts.
    if (!isReferenceEngine) this.skip();
  });

  for (const [lang, width] of SETTINGS) {
    it(`nothing moves, in ${lang} at ${width} pixels`, async () => {
      const { shift, moved, heights, summaries, times } = await watchUpload(lang, width);
      const rows = heights.map((each) => [...each].join("/")).join(", ");
      const said = times.map(([second, text]) => `${second}: ${text}`).join(" · ");
      // Shown when a figure is wrong, or by LIGHTFIELD_FIGURES=1: a green run prints nothing.
      const figures = `${lang} ${width} px: layout shift ${shift.toFixed(4)}; rows of ${rows} px; ${said}`;
      if (LIGHTFIELD_FIGURES) console.log(figures);
      expect(heights, figures).to.have.length(3);
      for (const each of heights) expect([...each], "heights of one row").to.have.length(1);
      expect([...summaries], "heights of the summary").to.have.length(1);
      expect(shift, moved.join("; ")).to.be.lessThan(MOST_SHIFT);
      expect(times.length).to.be.greaterThan(20);
      if (lang !== "en") return;
      const steps = times.filter(([second]) => second > 5).map(([, text]) => seconds(text));
      for (const [index, now] of steps.entries()) {
        const earlier = steps[index - 1];
        if (earlier !== undefined) expect(now / earlier, `${earlier} s, then ${now} s`).to.be.lessThan(1.1);
      }
    });
  }

  it("a line that stands still is said to, after four seconds, and the time returns with the bytes", async () => {
    const line = new HeldLine();
    const element = await fixture<LightfieldUploader>(
      html`<lightfield-uploader multiple .uploader=${line.uploader}></lightfield-uploader>`,
    );
    await element.addFiles([fileOf("one.vtt", 5e6), fileOf("two.vtt", 5e6)]);
    const words = () => findAll(element, "[part=summary-meta]")[0]?.textContent ?? "";
    const saysTime = () =>
      waitUntil(async () => {
        await line.pass(STEP_MS, RATE);
        return /sec left/.test(words());
      });
    await saysTime();
    for (let step = 0; step < 10; step++) await line.pass(STEP_MS, 0);
    await waitUntil(() => /Waiting for the network/.test(words()));
    expect(words()).not.to.contain("left");
    await saysTime();
    line.uploader.dispose();
  });
});
