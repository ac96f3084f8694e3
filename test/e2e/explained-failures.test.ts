import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import type { BrowserContext } from "playwright-core";
import { FAILED_REQUEST } from "./complaints.ts";
import { randomFile } from "./source-files.ts";
import { openStage, type Stage } from "./support.ts";
import { PATIENCE_MS } from "./waiting.ts";
import type { WidgetPage } from "./widget-page.ts";

const ANY_ORIGIN = { "access-control-allow-origin": "*" };

describe("a failure whose cause the user or the developer can remove", () => {
  let stage: Stage;
  before(async () => {
    stage = await openStage();
  });
  afterEach(() => stage.endTest());
  after(() => stage.close());

  const asked = (phase: string) => stage.emulator.requests.entries.filter((entry) => entry.phase === phase).length;

  for (const [what, answer] of [
    [
      "a web page in its place",
      { status: 200, contentType: "text/html", body: "<!doctype html><title>Sign in</title>" },
    ],
    ["401", { status: 401, contentType: "application/json", body: "{}" }],
  ] as const) {
    it(`asks to sign in when the endpoint answers complete with ${what}, and a retry sends nothing again`, async () => {
      const source = await randomFile(stage.sourceDir, "meeting.bin", 300_000);
      const widget = await stage.open();
      let calls = 0;
      await widget.page.route(/\/api\/uploads\/[^/]+(\/|$)/, (route) => {
        calls += 1;
        return route.fulfill(answer);
      });
      if (answer.status !== 200) widget.complaints.expect(FAILED_REQUEST);
      await widget.drop([source]);
      const [failed] = await widget.settled(1);
      assert.match(failed?.error ?? "", /^signed-out: /);
      assert.equal(calls, 1, "nothing is repeated before the user has signed in");
      await widget.says(/Signed out.*Sign in again, for example in another tab, then continue here/);

      await widget.page.unroute(/\/api\/uploads\/[^/]+(\/|$)/);
      await widget.button("Continue", "meeting.bin").click();
      const done = await widget.first({ status: "succeeded" });
      assert.equal(done.remoteStatus, "COMPLETED");
      assert.deepEqual([asked("create"), asked("transfer")], [1, 1]);
    });
  }

  it("names a redirecting endpoint on the console", async () => {
    const source = await randomFile(stage.sourceDir, "redirected.bin", 1_000);
    const context = await stage.newContext();
    const widget = await stage.open("/", context);
    await widget.page.evaluate(() => document.querySelector("lightfield-uploader")?.setAttribute("endpoint", "/moved"));
    let calls = 0;
    await widget.page.route("**/moved", (route) => {
      calls += 1;
      return route.fulfill({ status: 301, headers: { location: "/en/moved" }, body: "" });
    });
    const words = /POST \/moved was redirected to .*\/en\/moved: set `endpoint`/;
    widget.complaints.expect(FAILED_REQUEST, words);
    const line = lineAbout(widget, words);
    await widget.drop([source]);
    const [failed] = await widget.settled(1);
    await line;
    assert.match(failed?.error ?? "", /^protocol: /);
    assert.equal(calls, 1);
  });

  it("names the limit of a server in between that answers 413", async () => {
    const source = await randomFile(stage.sourceDir, "large.bin", 300_000);
    const widget = await stage.open();
    let calls = 0;
    await widget.page.route(storageOf(stage), (route) => {
      if (route.request().method() !== "PUT") return route.fallback();
      calls += 1;
      return route.fulfill({ status: 413, headers: ANY_ORIGIN, contentType: "text/html", body: "<h1>413</h1>" });
    });
    const words = /413.*client_max_body_size/s;
    widget.complaints.expect(FAILED_REQUEST, words);
    const line = lineAbout(widget, words);
    await widget.drop([source]);
    const [failed] = await widget.settled(1);
    await line;
    assert.match(failed?.error ?? "", /^refused: /);
    assert.equal(calls, 1);
    await widget.says(/This file is too large to be uploaded here/);
  });

  it("names a connect-src that leaves out the storage, before anything is sent", async () => {
    const source = await randomFile(stage.sourceDir, "blocked.bin", 300_000);
    const context = await stage.newContext();
    await withPolicy(context, stage, "connect-src 'self'");
    const widget = await stage.open("/", context);
    const words = /does not let it send files.*connect-src/;
    widget.complaints.expect(/Content Security Policy|violates the document/, words);
    const line = lineAbout(widget, words);
    const blocked = await violations(widget, "connect-src");
    await widget.drop([source]);
    const [failed] = await widget.settled(1);
    await line;
    assert.match(failed?.error ?? "", /^storage-unreachable: /);
    assert.equal(asked("transfer"), 0);
    // The first try fails as any network error does, and the next one is answered by its cause. Beside them, the storage itself
    // is asked for the cause.
    const tries = (await blocked()).filter((url) => new URL(url).pathname.startsWith("/uploads/"));
    assert.ok(tries.length === 1 || tries.length === 2, tries.join("\n"));
  });

  it("uses a new session when other bytes are stored under the name of the first", async () => {
    const source = await randomFile(stage.sourceDir, "taken.bin", 300_000);
    const widget = await stage.open();
    const places: string[] = [];
    await widget.page.route(storageOf(stage), async (route) => {
      if (route.request().method() !== "PUT") return route.fallback();
      places.push(new URL(route.request().url()).pathname);
      if (places.length > 1) return route.fallback();
      await route.fetch({ postData: "the file of somebody else" });
      return route.fulfill({ status: 412, headers: ANY_ORIGIN, body: "" });
    });
    widget.complaints.expect(FAILED_REQUEST);
    await widget.drop([source]);
    const done = await widget.first({ status: "succeeded" });
    assert.equal(done.remoteStatus, "COMPLETED");
    assert.equal(new Set(places).size, 2, "the second session has a place of its own");
  });
});

/** Resolves with the line on the console that the code for it, which is loaded then, writes about a failure. */
function lineAbout({ page }: WidgetPage, words: RegExp): Promise<unknown> {
  return page.waitForEvent("console", { predicate: (message) => words.test(message.text()), timeout: PATIENCE_MS });
}

/** Collects the addresses of requests that the page's policy does not let through from now on. */
async function violations({ page }: WidgetPage, directive: string): Promise<() => Promise<string[]>> {
  const urls = await page.evaluateHandle((wanted) => {
    const blocked: string[] = [];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
      if (effectiveDirective === wanted) blocked.push(blockedURI);
    });
    return blocked;
  }, directive);
  return () => urls.jsonValue();
}

function storageOf({ emulator }: Stage): (url: URL) => boolean {
  const { origin } = new URL(emulator.storageUrl);
  return (url) => url.origin === origin;
}

async function withPolicy(context: BrowserContext, { demo }: Stage, policy: string): Promise<void> {
  await context.route(`${demo.url}/`, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
}
