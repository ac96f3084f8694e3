import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { randomFile } from "./source-files.ts";
import { openStage, type Stage } from "./support.ts";

const FILES = 12;

let stage: Stage;
before(async () => {
  stage = await openStage();
});
afterEach(() => stage.endTest());
after(() => stage.close());

test("on a machine slowed six times, files added before the engine is loaded end verified, and the list says so", async () => {
  const sources = [];
  for (let index = 0; index < FILES; index += 1) {
    sources.push(await randomFile(stage.sourceDir, `slow-${index}.bin`, 40_000));
  }
  const widget = await stage.open();
  const cdp = await widget.page.context().newCDPSession(widget.page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 6 });
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
