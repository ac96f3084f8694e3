import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { launchBrowser } from "./shared-browser.mjs";
import { slowPages } from "./slow-pages.ts";
import { md5Of, randomFile } from "./source-files.ts";
import { NO_RATE_LIMIT, openStage, type Stage } from "./support.ts";
import type { SeenUpload } from "./widget-page.ts";

const SLOWER = 6;
const FILES = 12;
/** More rows than a list draws at once. */
const MANY = 24;

let stage: Stage;
before(async () => {
  stage = await openStage({ emulator: NO_RATE_LIMIT }, await launchBrowser());
});
afterEach(() => stage.endTest());
after(() => stage.close());

test("on a machine slowed six times, files added before the engine is loaded end verified, and the list says so", async (t) => {
  const sources = [];
  for (let index = 0; index < FILES; index += 1) {
    sources.push(await randomFile(stage.sourceDir, `slow-${index}.bin`, 40_000));
  }
  const widget = await stage.open();
  t.after(await slowPages(stage.browser, SLOWER));
  await widget.drop(sources);
  const uploads = await widget.settled(FILES);
  assert.deepEqual(new Set(uploads.map(({ status }) => status)), new Set(["succeeded"]));

  // What is drawn later than it happens is drawn in the end, without another event: here, and in a new row's words.
  const shown = await widget.page.evaluate(async () => {
    const element = document.querySelector("lightfield-uploader");
    await element?.updateComplete;
    const rows = [...(element?.renderRoot.querySelectorAll("li[data-row]") ?? [])];
    return {
      count: rows[0]?.getAttribute("aria-setsize"),
      statuses: [...new Set(rows.map((row) => row.getAttribute("data-status")))],
      bars: element?.renderRoot.querySelectorAll("li [part=progress]").length,
    };
  });
  assert.deepEqual(shown, { count: String(FILES), statuses: ["succeeded"], bars: 0 });
  const stored = stage.emulator.files().filter(({ status }) => status === "COMPLETED");
  assert.equal(stored.length, FILES);
});

test("on a machine slowed six times, a list longer than the window ends with the right rows, sums and digests", async (t) => {
  const sources = [];
  for (let index = 0; index < MANY; index += 1) {
    sources.push(await randomFile(stage.sourceDir, `many-${String(index).padStart(2, "0")}.bin`, 2_000));
  }
  const widget = await stage.open();
  t.after(await slowPages(stage.browser, SLOWER));
  await widget.drop(sources);
  const uploads = await widget.settled(MANY);
  // What an uploaded file keeps no longer is nothing that a page can ask for.
  for (const [index, { status, md5, remoteStatus, sentBytes }] of uploads.entries()) {
    const expected: Partial<SeenUpload> = {
      status: "succeeded",
      md5: await md5Of(sources[index] ?? ""),
      remoteStatus: "COMPLETED",
      sentBytes: 2_000,
    };
    assert.deepEqual({ status, md5, remoteStatus, sentBytes }, expected);
  }

  const shown = await widget.page.evaluate(async () => {
    const element = document.querySelector("lightfield-uploader");
    const list = element?.renderRoot.querySelector("[part=file-list]");
    await element?.updateComplete;
    const rows = [...(list?.querySelectorAll("li[data-row]") ?? [])];
    const statuses = rows.map((row) => row.getAttribute("data-status"));
    if (list) list.scrollTop = list.scrollHeight;
    while (rows.at(-1)?.getAttribute("aria-posinset") !== rows.at(-1)?.getAttribute("aria-setsize")) {
      await new Promise(requestAnimationFrame);
      rows.splice(0, rows.length, ...(list?.querySelectorAll("li[data-row]") ?? []));
    }
    statuses.push(...rows.map((row) => row.getAttribute("data-status")));
    const { counts, sentBytes, totalBytes } = element?.uploader?.snapshot ?? {};
    return {
      drawn: rows.length,
      statuses: [...new Set(statuses)],
      last: rows.at(-1)?.querySelector("[part=name]")?.textContent?.trim(),
      bars: element?.renderRoot.querySelectorAll("[part=progress], [part=overall-progress]").length,
      succeeded: counts?.succeeded,
      sentBytes,
      totalBytes,
    };
  });
  const { drawn, ...figures } = shown;
  assert.ok(drawn < MANY, `${drawn} rows are drawn`);
  const bytes = MANY * 2_000;
  assert.deepEqual(figures, {
    statuses: ["succeeded"],
    last: `many-${MANY - 1}.bin`,
    bars: 0,
    succeeded: MANY,
    sentBytes: bytes,
    totalBytes: bytes,
  });
});
