/** What moves on a page around the widget: while it loads, when an upload fails, and when it is retried. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import type { BrowserContext, Locator } from "playwright-core";
import { FAILED_REQUEST } from "./complaints.ts";
import { movedOn, reservingStyles, shiftOf, shiftPage } from "./layout-shift-page.ts";
import { sourceFile } from "./source-files.ts";
import { NO_RATE_LIMIT, openStage, type Stage } from "./support.ts";
import { until } from "./waiting.ts";
import type { WidgetPage } from "./widget-page.ts";

/** Largest layout shift while the page loads. */
const MOST_LOADING = 0.02;
/**
 * Largest layout shift of a failure, and of its retry, with everything that is below the element on the page: where the reason
 * takes a line more than the row has room for, all of it moves, and buttons come and go. Google calls a page good up to 0.1.
 */
const MOST_FAILING = 0.02;

const LANGUAGES = ["en", "ar", "de", "hi"] as const;
/** The phones have fingers. */
const SIZES = [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 900, height: 800 },
] as const;
const PHONE = 450;

let stage: Stage;
let reserving = "";
before(async () => {
  stage = await openStage({ emulator: NO_RATE_LIMIT, authorize: async () => true });
  reserving = await reservingStyles();
});
afterEach(() => stage.endTest());
after(() => stage.close());

/** Context whose page has the widget with these attributes. Its script comes only when the rest of the page was painted. */
async function contextFor(
  size: (typeof SIZES)[number],
  lang: string,
  { attributes = "multiple", styles = reserving } = {},
): Promise<BrowserContext> {
  const isPhone = size.width < PHONE;
  const context = await stage.newContext({ viewport: size, hasTouch: isPhone, isMobile: isPhone });
  const body = shiftPage({ lang, attributes, styles });
  await context.route("**/shift.html", (route) => route.fulfill({ contentType: "text/html", body }));
  await context.route("**/lightfield-uploader.js", async (route) => {
    const page = route.request().frame().page();
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    await route.continue();
  });
  return context;
}

async function shiftOfLoading(context: BrowserContext): Promise<number> {
  const { page } = await stage.open("/shift.html", context);
  await page.evaluate(async () => {
    const widget = document.querySelector("lightfield-uploader");
    await (widget as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete;
  });
  await page.locator("lightfield-uploader").locator(".root:not(.silent)").waitFor();
  return shiftOf(page);
}

for (const size of SIZES) {
  test(`while the page loads hardly anything moves, at ${size.width} pixels`, async () => {
    const figures: string[] = [];
    for (const lang of LANGUAGES) {
      for (const attributes of ["multiple", 'multiple purpose="meeting_transcript"']) {
        const kept = await shiftOfLoading(await contextFor(size, lang, { attributes }));
        figures.push(`${lang} ${attributes}: ${kept.toFixed(4)}`);
        assert.ok(kept < MOST_LOADING, figures.join("\n"));
      }
    }
    // The page shows what the styles are for.
    const free = await shiftOfLoading(await contextFor(size, "en", { styles: "" }));
    figures.push(`en without the styles: ${free.toFixed(4)}`);
    assert.ok(free > MOST_LOADING, figures.join("\n"));
    if (process.env.LIGHTFIELD_FIGURES) console.log(figures.join("\n"));
  });
}

/** Row of the list, by its place from 0. */
const row = (widget: WidgetPage, index: number): Locator =>
  widget.page.locator("lightfield-uploader").locator("[part~=file]").nth(index);

async function centerOf(button: Locator): Promise<{ x: number; y: number }> {
  const box = await button.boundingBox();
  if (!box) throw new Error("The button is not visible.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

for (const size of SIZES) {
  // One that is short and one that is long on each.
  for (const lang of size.width === 390 ? ["ar", "hi"] : ["en", "de"]) {
    test(`a failure and its retry leave the other rows where they are, in ${lang} at ${size.width} pixels`, async () => {
      const names = ["first.vtt", "second.vtt", "third.vtt"];
      const sources = [];
      for (const name of names) sources.push(await sourceFile(stage.sourceDir, name, "WEBVTT\n"));
      const context = await contextFor(size, lang);
      const widget = await stage.open("/shift.html", context);
      widget.complaints.expect(FAILED_REQUEST);
      let answer = (): void => {};
      let isAsked = false;
      await widget.page.route("**/api/resumable", async (route) => {
        if (route.request().postDataJSON()?.filename !== "second.vtt") return route.fallback();
        isAsked = true;
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return route.fulfill({ status: 401, contentType: "application/json", body: "{}" });
      });
      const isSo = (status: string) => async () => (await widget.uploads())[1]?.status === status;
      await widget.pick(sources);
      await until("the others are uploaded", async () => {
        const uploads = await widget.uploads();
        return isAsked && [0, 2].every((index) => uploads[index]?.status === "succeeded");
      });
      await row(widget, 2).scrollIntoViewIfNeeded();

      const quiet = await shiftOf(widget.page);
      await movedOn(widget.page);
      answer();
      await until("it has failed", isSo("failed"));
      await row(widget, 1).locator("[part=error]").waitFor();
      const failing = (await shiftOf(widget.page)) - quiet;
      const movedByFailure = await movedOn(widget.page);
      assert.ok(failing < MOST_FAILING, `the failure moved ${failing.toFixed(4)}: ${movedByFailure}`);

      const remove = await centerOf(row(widget, 2).locator("[part=remove-button]"));
      await widget.page.unroute("**/api/resumable");
      await row(widget, 1).locator("[part=retry-button]").click();
      await until("it is uploaded", isSo("succeeded"));
      const retrying = (await shiftOf(widget.page)) - quiet - failing;
      const movedByRetry = await movedOn(widget.page);
      assert.ok(retrying < MOST_FAILING, `the retry moved ${retrying.toFixed(4)}: ${movedByRetry}`);
      const figures = `${lang} ${size.width}: the failure moved ${failing.toFixed(4)}, the retry ${retrying.toFixed(4)}`;
      if (process.env.LIGHTFIELD_FIGURES) console.log(`${figures}\n${movedByRetry}`);
      // A click where the button was before the retry meets the same button.
      await widget.page.mouse.click(remove.x, remove.y);
      await until("the third is removed", async () => (await widget.uploads()).length === 2);
      assert.deepEqual(
        (await widget.uploads()).map(({ name }) => name),
        ["first.vtt", "second.vtt"],
      );
    });
  }
}

test("a double click on Retry does not pause the upload that it retries", async () => {
  const context = await stage.newContext({ viewport: SIZES[1], hasTouch: true, isMobile: true });
  const widget = await stage.open("/resumable.html", context);
  widget.complaints.expect(FAILED_REQUEST);
  stage.emulator.faults.add({ at: "relay", do: "stall", afterBytes: 1, times: 100 });
  await widget.page.route("**/api/resumable", (route) =>
    route.fulfill({ status: 401, contentType: "application/json", body: "{}" }),
  );
  await widget.pick([await sourceFile(stage.sourceDir, "twice.vtt", "WEBVTT\n")]);
  await widget.first({ status: "failed" });
  await widget.page.unroute("**/api/resumable");
  await row(widget, 0).locator("[part=retry-button]").dblclick({ delay: 30 });
  await widget.first({ status: "active", step: "transfer" });
});
