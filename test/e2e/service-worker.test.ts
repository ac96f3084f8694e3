import assert from "node:assert/strict";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, afterEach, before, describe, it } from "node:test";
import { MIB } from "./resume-run.ts";
import { md5Of, randomFile } from "./source-files.ts";
import { openStage, type Stage } from "./support.ts";
import { until } from "./waiting.ts";
import type { WidgetPage } from "./widget-page.ts";

const WORKER = `
  addEventListener("install", () => skipWaiting());
  addEventListener("activate", (event) => event.waitUntil(clients.claim()));
  addEventListener("fetch", (event) => event.respondWith(fetch(event.request)));
`;

describe("a page whose service worker passes every request on", () => {
  let stage: Stage;
  let site: Server;
  let origin: string;
  before(async () => {
    stage = await openStage();
    site = await startSite(stage.demo.url);
    origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  });
  afterEach(() => stage.endTest());
  after(async () => {
    site.closeAllConnections();
    site.close();
    await stage.close();
  });

  async function open(): Promise<WidgetPage> {
    const context = await stage.newContext();
    const page = await context.newPage();
    await page.goto(`${origin}/worker-page`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.register("/passing-worker.js");
      await navigator.serviceWorker.ready;
    });
    await page.close();
    const widget = await stage.open("/", context, origin);
    assert.ok(await widget.page.evaluate(() => navigator.serviceWorker.controller !== null));
    return widget;
  }

  it("shows no percentage while the browser reports none, and cancels at Lightfield as well", async () => {
    const source = await randomFile(stage.sourceDir, "stopped.bin", 8 * MIB);
    stage.emulator.faults.add({ at: "transfer", do: "stall", afterBytes: 2 * MIB });
    const widget = await open();
    await widget.drop([source]);
    await widget.says(/Uploading…/);
    const bar = widget.page.locator("lightfield-uploader").locator('[part~="progress"]');
    assert.equal(await bar.getAttribute("aria-valuenow"), null);
    assert.doesNotMatch(await widget.text(), /\d\s?%/);
    await widget.button("Cancel", "stopped.bin").click();
    await widget.first({ status: "cancelled" });
    await until("the session to be cancelled", () =>
      stage.emulator
        .files()
        .some(({ requestedName, status }) => requestedName === "stopped.bin" && status === "CANCELLED"),
    );
  });

  it("verifies what has arrived", async () => {
    const source = await randomFile(stage.sourceDir, "passed.bin", 8 * MIB);
    const widget = await open();
    await widget.drop([source]);
    const done = await widget.first({ status: "succeeded" });
    assert.equal(done.md5, await md5Of(source));
    await widget.says(/Uploaded and verified/);
  });
});

/** A site in front of the demo, with a service worker of its own. */
async function startSite(demo: string): Promise<Server> {
  const server = createServer((incoming, response) => {
    if (incoming.url === "/passing-worker.js") {
      response.writeHead(200, { "content-type": "text/javascript" }).end(WORKER);
    } else if (incoming.url === "/worker-page") {
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><link rel=icon href=data:,>");
    } else {
      const { method = "GET", headers, url = "/" } = incoming;
      const passed = request(new URL(url, demo), { method, headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      });
      passed.on("error", () => response.destroy());
      incoming.pipe(passed);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}
