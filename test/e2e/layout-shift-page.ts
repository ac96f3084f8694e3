/** A page of a usual shape around the widget, which adds up the layout shift as browsers report it to Web Vitals. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";

/** Its files travel through the page's own origin: Chromium lets a page that a test has made up send to no other server here. */
const ENDPOINT = "/api/resumable";

/** Style sheet that the docs advise to paste. */
export async function reservingStyles(): Promise<string> {
  const docs = await readFile(new URL("../../demo/docs/theming.md", import.meta.url), "utf8");
  const [, styles] = /## Before the script[^#]*?```css\n([\s\S]*?)```/.exec(docs) ?? [];
  if (!styles) throw new Error("The docs advise no styles.");
  return styles;
}

export interface ShiftPage {
  readonly lang: string;
  /** Attributes of the widget. */
  readonly attributes: string;
  readonly styles: string;
}

const TEXT = "The minutes, the decisions and the open questions of every meeting are kept here for the whole team.";

export function shiftPage({ lang, attributes, styles }: ShiftPage): string {
  return `<!doctype html>
<html lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>Layout shift</title>
<style>body { margin: 16px; font: 1rem/1.5 sans-serif } ${styles}</style>
<script>
  window.shifts = [];
  const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });
  window.shiftSoFar = () => {
    shifts.push(...observer.takeRecords());
    return shifts.reduce((sum, { value }) => sum + value, 0);
  };
  const place = ({ top, height }) => Math.round(top) + "+" + Math.round(height);
  const entry = (value) => ({ node, previousRect, currentRect }) =>
    [value.toFixed(4), node?.className || node?.parentElement?.className, place(previousRect), place(currentRect)].join(" ");
  let seen = 0;
  window.moved = () => {
    const lines = shifts.slice(seen).flatMap(({ value, sources }) => sources.map(entry(value)));
    seen = shifts.length;
    return lines.join("\\n");
  };
</script>
<script type="module" src="/lightfield-uploader/lightfield-uploader.js"></script>
</head>
<body>
<h1>Transcripts</h1>
<p>${TEXT}</p>
<lightfield-uploader endpoint="${ENDPOINT}" ${attributes}></lightfield-uploader>
${`<p>${TEXT}</p>`.repeat(8)}
</body>
</html>`;
}

/** What has moved since the last call, for the message of a failed test. */
export function movedOn(page: Page): Promise<string> {
  return page.evaluate(() => (window as unknown as { moved(): string }).moved());
}

/** Sum of all layout shifts so far, those after a click included, once everything that was drawn is painted. */
export function shiftOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    return (window as unknown as { shiftSoFar(): number }).shiftSoFar();
  });
}
