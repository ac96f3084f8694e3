import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { FAILED_REQUEST } from "./complaints.ts";
import { md5Of, randomFile, sameBytes, sourceFile } from "./source-files.ts";
import type { Stage } from "./support.ts";
import { openStage } from "./support.ts";
import type { WidgetPage } from "./widget-page.ts";

let stage: Stage;
before(async () => {
  stage = await openStage();
});
afterEach(() => stage.endTest());
after(() => stage.close());

/** Drops one file of some size, and sees it verified and stored. */
async function assertUploads(widget: WidgetPage, name: string): Promise<void> {
  const source = await randomFile(stage.sourceDir, name, 6_000_000);
  await widget.drop([source]);
  const { md5, fileId } = await widget.first({ status: "succeeded" });
  assert.equal(md5, await md5Of(source));
  const object = fileId && stage.emulator.objectPath(fileId);
  assert.ok(object && (await sameBytes(source, object)));
}

test("one script tag from the page's own origin is enough", async () => {
  const widget = await stage.open("/");
  await assertUploads(widget, "from-script-tag.bin");
});

test("a strict policy with Trusted Types is no obstacle, and nothing of it is violated", async () => {
  const widget = await stage.open("/script-tag.html");
  const policy = (await fetch(`${stage.demo.url}/script-tag.html`)).headers.get("content-security-policy") ?? "";
  assert.match(policy, /default-src 'self'/);
  assert.match(policy, /require-trusted-types-for 'script'/);
  await assertUploads(widget, "from-strict-page.pdf");
  assert.equal(widget.page.workers().length, 1, "the hash runs in a worker");
});

test("the bundle from another origin brings its worker along", async () => {
  const widget = await stage.open("/script-tag-cdn.html");
  const script = await widget.page.locator('script[src$="lightfield-uploader.js"]').getAttribute("src");
  assert.equal(new URL(script ?? "").origin, stage.demo.cdnUrl);
  assert.notEqual(stage.demo.cdnUrl, stage.demo.url);
  await assertUploads(widget, "from-cdn.bin");
  assert.equal(widget.page.workers().length, 1, "the hash runs in a worker");
});

for (const framework of ["React", "Vue"]) {
  test(`${framework} sets the properties and hears the events`, async () => {
    const name = `from-${framework.toLowerCase()}.pdf`;
    const widget = await stage.open(`/${framework.toLowerCase()}.html`);
    const created = widget.page.waitForRequest((request) => request.method() === "POST");
    await assertUploads(widget, name);
    assert.deepEqual((await created).postDataJSON().context, { meeting: "weekly" });
    await widget.page.getByText(`${framework} heard: ${name}`).waitFor();
  });
}

test("a fault button of the page makes the next upload meet it", async () => {
  const source = await sourceFile(stage.sourceDir, "button.txt", "Flip me.\n");
  const widget = await stage.open("/");
  widget.complaints.expect(FAILED_REQUEST);
  await widget.page.getByRole("button", { name: "Flip a bit" }).click();
  await widget.page.getByText("Ready:").waitFor();
  await widget.drop([source]);
  await widget.first({ status: "succeeded" });
  assert.equal(
    stage.emulator.files().filter(({ filename }) => filename === "button.txt").length,
    2,
    "it was sent twice",
  );
});

test("a stranger without the page's cookie is refused, and the key is nowhere in what the browser gets", async () => {
  const stranger = await fetch(`${stage.demo.url}/api/uploads`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ filename: "a.txt", mimeType: "text/plain", sizeBytes: 1 }),
  });
  assert.equal(stranger.status, 403);
  const page = await fetch(`${stage.demo.url}/`);
  const text = (await page.text()) + (await stranger.text()) + JSON.stringify([...page.headers, ...stranger.headers]);
  assert.ok(!text.includes(stage.emulator.apiKey));
});
