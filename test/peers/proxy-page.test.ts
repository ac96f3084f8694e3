import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { after, before, beforeEach, describe, it } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { RunningEmulator } from "../../demo/emulator/index.ts";
import { launchBrowser } from "../e2e/shared-browser.mjs";
import * as lab from "../server/relay/relay-lab.ts";
import { peersMissing } from "../support/ensure-peers.mjs";
import { behind, type Kind } from "./proxy-lab.ts";

const { MIB } = lab;
const file = { name: "recording.bin", mimeType: "application/octet-stream", buffer: Buffer.from(lab.bytesOf(3 * MIB)) };

const PAGE = `<!doctype html><meta charset="utf-8"><title>Upload</title>
<script type="module" src="/lf/lightfield-uploader.js"></script>
<lightfield-uploader endpoint="/api/uploads"></lightfield-uploader>`;

/** Serves the page and the built files of the package. */
async function serve(path: string): Promise<{ type: string; body: string | Buffer } | null> {
  if (path === "/") return { type: "text/html", body: PAGE };
  const name = /^\/lf\/([\w.-]+\.js)$/.exec(path)?.[1];
  if (name === undefined) return null;
  return { type: "text/javascript", body: await readFile(new URL(`../../dist/${name}`, import.meta.url)) };
}

describe("the widget behind nginx", { skip: peersMissing("nginx") }, () => {
  let browser: Browser;
  let emulator: RunningEmulator;
  before(async () => {
    browser = await launchBrowser();
  });
  after(() => browser?.close());
  beforeEach(async () => {
    emulator = await lab.emulate();
  });

  async function uploadBehind(kind: Kind, change?: (text: string) => string) {
    const { proxy } = await behind(kind, emulator, { page: serve, ...(change ? { change } : {}) });
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    lab.atEnd(() => context.close());
    const page = await context.newPage();
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    await page.goto(proxy.url);
    await page.locator("lightfield-uploader input[type=file]").setInputFiles(file);
    return { page, said };
  }

  const statusOf = (page: Page) =>
    page.evaluate(() => {
      const widget = document.querySelector("lightfield-uploader");
      return (widget as unknown as { uploads: { status: string }[] } | null)?.uploads[0]?.status ?? "";
    });
  /** What the element says, and the error that the page gets. */
  const saidBy = (page: Page) =>
    page.evaluate(() => {
      const widget = document.querySelector("lightfield-uploader");
      const [upload] = (widget as unknown as { uploads: { error: Error | null }[] } | null)?.uploads ?? [];
      const rows = [...(widget?.shadowRoot?.querySelectorAll("li, [role=listitem]") ?? [])];
      return {
        text: rows.map((row) => row.textContent?.replace(/\s+/g, " ")).join(),
        error: upload?.error?.message ?? "",
      };
    });

  it("as it is installed fails with a sentence, and names the proxy's limit on the console", async (context) => {
    const { page, said } = await uploadBehind("nginx-defaults");
    await lab.untilAsync("the failure", async () => (await statusOf(page)) === "failed");
    // The texts of the console are loaded with the first line.
    await lab.untilAsync("the line", async () => said.some((line) => line.includes("A proxy refuses bodies")));
    const { text, error } = await saidBy(page);
    context.diagnostic(`413: ${JSON.stringify({ text, error, said })}`);
    assert.match(error, /413/);
    assert.match(said.join("\n"), /A proxy refuses bodies of this size \(413\)/);
  });

  it("says that it tries again while the application is down (502) or silent (504), and names the proxy", async (context) => {
    const silent = createServer(() => {});
    const silentPort = new URL(await lab.listening(silent)).port;
    for (const [status, location] of [
      [502, "location /api { proxy_pass http://127.0.0.1:1; }"],
      [504, `location /api { proxy_read_timeout 1s; proxy_pass http://127.0.0.1:${silentPort}; }`],
    ] as const) {
      const withLocation = (text: string) => text.replace("location / {", `${location}\n    location / {`);
      const { page, said } = await uploadBehind("nginx-defaults", withLocation);
      await lab.untilAsync("the row", async () => (await saidBy(page)).text.includes("The server had a problem."));
      await lab.untilAsync("the line", async () => said.some((line) => line.includes("[gateway]")));
      context.diagnostic(`${status}: ${JSON.stringify({ ...(await saidBy(page)), said })}`);
      assert.match(said.join("\n"), new RegExp(`\\b${status}\\b`));
    }
  });

  it("with the documented block is verified", async () => {
    const { page } = await uploadBehind("nginx");
    await lab.untilAsync("the end", async () => ["succeeded", "failed"].includes(await statusOf(page)));
    assert.equal(await statusOf(page), "succeeded");
  });
});
