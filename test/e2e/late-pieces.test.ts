import assert from "node:assert/strict";
import { after, afterEach, before, describe, it, type TestContext, test } from "node:test";
import type { BrowserContext, Route } from "playwright-core";
import type { LightfieldUploader } from "../../src/index.ts";
import { FAILED_REQUEST } from "./complaints.ts";
import { launchBrowser } from "./shared-browser.mjs";
import { slowPages } from "./slow-pages.ts";
import { randomFile, sourceFile } from "./source-files.ts";
import { NO_RATE_LIMIT, openStage, type Stage } from "./support.ts";
import { until } from "./waiting.ts";
import type { WidgetPage } from "./widget-page.ts";

/** Pieces that are loaded later than the first script, by the names of their files on the page of the demo. */
const PIECES = {
  list: /\/lightfield-uploader-list-[\w-]+\.js$/,
  engine: /\/lightfield-uploader-engine-[\w-]+\.js$/,
  several: /\/lightfield-uploader-several-[\w-]+\.js$/,
  notices: /\/lightfield-uploader-notices-[\w-]+\.js$/,
  hint: /\/lightfield-uploader-hint-line-[\w-]+\.js$/,
  signatures: /\/lightfield-uploader-signature-findings-[\w-]+\.js$/,
  speakers: /\/lightfield-uploader-speakers-[\w-]+\.js$/,
  seldom: /\/lightfield-uploader-seldom-rows-[\w-]+\.js$/,
  submitWait: /\/lightfield-uploader-submit-wait-[\w-]+\.js$/,
  thumbnails: /\/lightfield-uploader-thumbnails-[\w-]+\.js$/,
  worker: /\/md5\.worker[\w-]*\.js$/,
} as const;

/** Picture of one dot. What follows its end belongs to no picture. */
const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Page that was saved in the place of a transcript. */
const PAGE = "<!doctype html><html><head><title>Sign in</title></head><body><form>Sign in</form></body></html>";

/** Captions whose speakers only the text tells. */
const TALK = "WEBVTT\n\n00:00.000 --> 00:02.000\nAda: Good morning.\n\n00:02.000 --> 00:04.000\nGrace: Hello, Ada.\n";

let stage: Stage;
before(async () => {
  stage = await openStage({ emulator: NO_RATE_LIMIT }, await launchBrowser());
});
afterEach(() => stage.endTest());
after(() => stage.close());

/** Holds every request for a piece until `release`. */
async function held(context: BrowserContext, piece: keyof typeof PIECES) {
  const waiting: Route[] = [];
  let isReleased = false;
  await context.route(PIECES[piece], (route) => {
    if (isReleased) void route.continue();
    else waiting.push(route);
  });
  return {
    count: () => waiting.length,
    asked: () => until(`the page asks for the ${piece}`, () => waiting.length > 0),
    async release() {
      isReleased = true;
      await Promise.all(waiting.map((route) => route.continue()));
    },
  };
}

/** Page on a machine slowed six times. */
async function slowPage(t: TestContext, context: BrowserContext): Promise<WidgetPage> {
  const widget = await stage.open("/", context);
  t.after(await slowPages(stage.browser, 6));
  return widget;
}

/** Page that has uploaded a transcript and waits for a piece. */
async function transcriptSentBefore(t: TestContext, piece: keyof typeof PIECES, name: string, text: string) {
  const context = await stage.newContext();
  const request = await held(context, piece);
  const widget = await slowPage(t, context);
  await setUp(widget, { purpose: "meeting_transcript" });
  await widget.drop([await sourceFile(stage.sourceDir, name, Buffer.from(text))]);
  const [upload] = await widget.settled(1);
  assert.equal(upload?.status, "succeeded");
  await request.asked();
  return { widget, request };
}

const setUp = (widget: WidgetPage, settings: Partial<LightfieldUploader>) =>
  widget.page.evaluate(async (given) => {
    const element = document.querySelector("lightfield-uploader");
    Object.assign(element ?? {}, given);
    await element?.updateComplete;
  }, settings);

test("an idle page loads the list, and the engine when a pointer approaches", async () => {
  const context = await stage.newContext();
  const request = await held(context, "engine");
  const widget = await stage.open("/", context);
  await widget.page.waitForFunction(() => {
    const element = document.querySelector("lightfield-uploader");
    return (element?.shadowRoot?.adoptedStyleSheets.length ?? 0) > 3;
  });
  assert.equal(request.count(), 0);
  await widget.page.hover("lightfield-uploader");
  await request.asked();
  await request.release();
});

describe("a piece that arrives late, on a machine slowed six times", () => {
  for (const piece of ["list", "engine", "worker"] as const) {
    it(`loses no dropped file: the ${piece}`, async (t) => {
      const context = await stage.newContext();
      const request = await held(context, piece);
      const widget = await slowPage(t, context);
      const sources = [];
      for (const name of ["one", "two", "three"])
        sources.push(await randomFile(stage.sourceDir, `${piece}-${name}.bin`, 40_000));
      await widget.drop(sources);
      await request.asked();
      await request.release();
      const uploads = await widget.settled(3);
      assert.deepEqual(
        uploads.map(({ status, md5 }) => [status, md5?.length]),
        Array(3).fill(["succeeded", 32]),
      );
    });
  }

  it("draws the rows without it after a while, and the summary when it arrives: the rows of several files", async (t) => {
    const context = await stage.newContext();
    const request = await held(context, "several");
    const widget = await slowPage(t, context);
    const rows = widget.page.locator("lightfield-uploader [part=file]");
    const summary = widget.page.locator("lightfield-uploader [part=summary]");
    const sources = [];
    for (const name of ["one", "two", "three"])
      sources.push(await randomFile(stage.sourceDir, `several-${name}.bin`, 40_000));
    await widget.drop(sources);
    await request.asked();
    const uploads = await widget.settled(3);
    assert.ok(uploads.every(({ status }) => status === "succeeded"));
    await until("every row", async () => (await rows.count()) === 3);
    assert.equal(await summary.count(), 0);
    await request.release();
    await summary.waitFor();
    assert.equal(await rows.count(), 3);
    await widget.says(/3 files uploaded/);
  });

  it("says what is in a transcript when it arrives, and sends it before: the lines about content", async (t) => {
    // Without captions, so that only the line about it needs the piece.
    const { widget, request } = await transcriptSentBefore(t, "hint", "page.txt", PAGE);
    assert.equal(await widget.page.locator("lightfield-uploader [part=hint]").count(), 0);
    await widget.says(/Uploaded, please check/);
    await request.release();
    await widget.says(/This is a web page/);
  });

  it("says how many speak when it arrives, and sends the captions before: the names in their text", async (t) => {
    const { widget, request } = await transcriptSentBefore(t, "speakers", "talk.vtt", TALK);
    await widget.says(/Uploaded and verified/);
    assert.equal(await widget.page.locator("lightfield-uploader [part=preview]").count(), 0);
    await request.release();
    await widget.says(/2 speakers/);
  });

  it("has no button to retry before it has its words: the end of a session", async (t) => {
    const context = await stage.newContext();
    const request = await held(context, "seldom");
    const widget = await slowPage(t, context);
    widget.complaints.expect(FAILED_REQUEST);
    await context.route("**/api/uploads", (call) =>
      call.fulfill({ status: 401, contentType: "application/json", body: "{}" }),
    );
    await widget.drop([await randomFile(stage.sourceDir, "signed-out.bin", 40_000)]);
    await widget.first({ status: "failed" });
    await request.asked();
    await widget.says(/signed-out\.bin/);
    const retry = widget.page.locator("lightfield-uploader [part=retry-button]");
    assert.equal(await retry.count(), 0);
    await request.release();
    await widget.says(/signed out/i);
    assert.equal(await retry.locator(".icon").count(), 0);
    await context.unroute("**/api/uploads");
    await retry.click();
    assert.equal((await widget.settled(1))[0]?.status, "succeeded");
  });

  it("keeps the reason of a refusal: the notices", async (t) => {
    const context = await stage.newContext();
    const request = await held(context, "notices");
    const widget = await slowPage(t, context);
    await widget.addFile("blank.vtt", "");
    await request.asked();
    await widget.says(/blank\.vtt was not added It is empty\./);
    await request.release();
    await widget.says(/blank\.vtt was not added It is empty\./);
  });

  it("refuses a form until it can wait for its files: the wait", async (t) => {
    const context = await stage.newContext();
    const request = await held(context, "submitWait");
    const widget = await slowPage(t, context);
    await setUp(widget, { noAuto: true, required: true });
    const isValid = () =>
      widget.page.evaluate(() => document.querySelector("lightfield-uploader")?.checkValidity() ?? null);
    await widget.drop([await randomFile(stage.sourceDir, "form.bin", 40_000)]);
    await widget.first({ status: "queued" });
    // Not awaited: the element is complete only with the piece.
    await widget.page.evaluate(() => {
      const element = document.querySelector("lightfield-uploader");
      if (element) element.submitWhileUploading = "wait";
    });
    await request.asked();
    assert.equal(await isValid(), false);
    await request.release();
    await until("the form can wait", async () => (await isValid()) === true);
  });
});

describe("a piece whose first request fails", () => {
  for (const piece of ["list", "engine"] as const) {
    it(`is asked for again with the next file: the ${piece}`, async () => {
      const context = await stage.newContext();
      const widget = await stage.open("/", context);
      widget.complaints.expect(FAILED_REQUEST);
      let failures = 0;
      await context.route(PIECES[piece], (route) => {
        failures += 1;
        return failures > 2 ? route.continue() : route.abort();
      });
      await widget.page.reload();
      const source = await randomFile(stage.sourceDir, `again-${piece}.bin`, 40_000);
      let count = 0;
      for (let attempts = 0; count === 0; attempts += 1) {
        assert.ok(attempts < 3, "the piece is not asked for again");
        await widget.drop([source]);
        // Not its words: what was said of the attempt before is still in the region for screen readers.
        const dismiss = widget.page.locator("lightfield-uploader [part=dismiss-button]");
        await until("the file is on the list, or a notice says why not", async () => {
          count = (await widget.uploads()).length;
          return count > 0 || (await dismiss.count()) > 0;
        });
        if (count === 0) await dismiss.click();
      }
      const [upload] = await widget.settled(1);
      assert.equal(upload?.status, "succeeded");
    });
  }

  it("leaves the rows without their summary until it is there: the rows of several files", async () => {
    const context = await stage.newContext();
    const widget = await stage.open("/", context);
    widget.complaints.expect(FAILED_REQUEST);
    let isMissing = true;
    await context.route(PIECES.several, (route) => (isMissing ? route.abort() : route.continue()));
    await widget.page.reload();
    const sources = [];
    for (const name of ["one", "two", "three"])
      sources.push(await randomFile(stage.sourceDir, `missing-${name}.bin`, 40_000));
    await widget.drop(sources);
    await widget.settled(3);
    const rows = widget.page.locator("lightfield-uploader [part=file]");
    const summary = widget.page.locator("lightfield-uploader [part=summary]");
    await until("every row", async () => (await rows.count()) === 3);
    assert.equal(await summary.count(), 0);
    isMissing = false;
    await summary.waitFor();
    assert.equal(await rows.count(), 3);
  });

  it("is asked for again with the next file, whose row is complete without it: the lines about content", async () => {
    const context = await stage.newContext();
    const widget = await stage.open("/", context);
    widget.complaints.expect(FAILED_REQUEST);
    let isMissing = true;
    await context.route(PIECES.hint, (route) => (isMissing ? route.abort() : route.continue()));
    await setUp(widget, { purpose: "meeting_transcript" });
    await widget.drop([await sourceFile(stage.sourceDir, "one-page.txt", Buffer.from(PAGE))]);
    await widget.settled(1);
    await widget.says(/Uploaded, please check/);
    const hints = widget.page.locator("lightfield-uploader [part=hint]");
    assert.equal(await hints.count(), 0);
    isMissing = false;
    await widget.drop([await sourceFile(stage.sourceDir, "two-page.txt", Buffer.from(`${PAGE}<hr>`))]);
    await until("both hints", async () => (await hints.count()) === 2);
  });

  it("sends the file without a hint, and is asked for again with the next one: the signatures", async () => {
    const context = await stage.newContext();
    const widget = await stage.open("/", context);
    widget.complaints.expect(FAILED_REQUEST);
    let isMissing = true;
    await context.route(PIECES.signatures, (route) => (isMissing ? route.abort() : route.continue()));
    await setUp(widget, { purpose: "meeting_transcript" });
    await widget.drop([await sourceFile(stage.sourceDir, "one-picture.txt", DOT)]);
    const [upload] = await widget.settled(1);
    assert.equal(upload?.status, "succeeded");
    await widget.says(/Uploaded and verified/);
    isMissing = false;
    await widget.drop([
      await sourceFile(stage.sourceDir, "two-picture.txt", Buffer.concat([DOT, Buffer.from("more")])),
    ]);
    await widget.says(/This is a picture/);
  });

  it("leaves the captions without their speakers, and is asked for again with the next ones: the names", async () => {
    const context = await stage.newContext();
    const widget = await stage.open("/", context);
    widget.complaints.expect(FAILED_REQUEST);
    let isMissing = true;
    await context.route(PIECES.speakers, (route) => (isMissing ? route.abort() : route.continue()));
    await setUp(widget, { purpose: "meeting_transcript" });
    await widget.drop([await sourceFile(stage.sourceDir, "one-talk.vtt", Buffer.from(TALK))]);
    const [upload] = await widget.settled(1);
    assert.equal(upload?.status, "succeeded");
    const previews = widget.page.locator("lightfield-uploader [part=preview]");
    await widget.says(/2 captions/);
    assert.doesNotMatch((await previews.allTextContents()).join(), /speaker/);
    isMissing = false;
    await widget.drop([await sourceFile(stage.sourceDir, "two-talk.vtt", Buffer.from(`${TALK}\n`))]);
    await widget.says(/2 speakers/);
  });

  it("is asked for again with the next picture, and not before: the small pictures", async () => {
    const context = await stage.newContext();
    const widget = await stage.open("/", context);
    widget.complaints.expect(FAILED_REQUEST);
    let requests = 0;
    await context.route(PIECES.thumbnails, (route) => {
      requests += 1;
      return requests > 1 ? route.continue() : route.abort();
    });
    await widget.drop([await sourceFile(stage.sourceDir, "one.png", DOT)]);
    await widget.settled(1);
    assert.equal(requests, 1);
    await widget.drop([await sourceFile(stage.sourceDir, "two.png", Buffer.concat([DOT, Buffer.from("another")]))]);
    await until("both pictures", async () => (await widget.page.locator("[part=thumbnail]").count()) === 2);
    assert.equal(requests, 2);
  });
});
