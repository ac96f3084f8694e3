import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, afterEach, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import type { ListedFile } from "../../src/host/protocol.ts";
import { launchWithWindows } from "./shared-browser.mjs";
import { downloaded, openContext, openStage, type Stage } from "./support.ts";
import { until } from "./waiting.ts";

/** Storage whose URLs do not tell how it serves a file: its headers do. */
const storage = createServer((request, response) => {
  const isDownload = request.url === "/download.txt";
  response.writeHead(200, {
    "content-type": "text/plain",
    ...(isDownload && { "content-disposition": 'attachment; filename="download.txt"' }),
  });
  response.end("hello");
});

let stage: Stage;
/** With windows: without them, the tab of a download stays. */
let browser: Browser;
let origin: string;
before(async () => {
  stage = await openStage();
  browser = await launchWithWindows();
  await new Promise<void>((resolve) => storage.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(storage.address() as AddressInfo).port}`;
});
afterEach(() => stage.endTest());
after(async () => {
  await browser.close();
  await stage.close();
  storage.closeAllConnections();
  storage.close();
});

const FILES: readonly ListedFile[] = ["download.txt", "shown.txt"].map((name) => ({
  id: name,
  filename: name,
  mimeType: "text/plain",
  sizeBytes: 5,
  status: "COMPLETED",
  createdAt: "2026-11-24T12:00:00Z",
  completedAt: "2026-11-24T12:00:00Z",
  expiresAt: null,
}));

/** A list with both files, whose host takes a moment for every URL. As text, so that it is run as it is written. */
async function listed(): Promise<Page> {
  const { page } = await stage.open("/meeting.html", await openContext(browser));
  const data = JSON.stringify(FILES);
  await page.evaluate(`{
    const list = document.querySelector("lightfield-files");
    list.target = "_blank";
    list.endpoint = {
      list: async () => ({ object: "list", data: ${data}, totalCount: ${FILES.length} }),
      url: async (id) => {
        await fetch("/");
        return { url: "${origin}/" + id, expiresAt: "2099-01-01T00:00:00Z" };
      },
    };
  }`);
  return page;
}

const press = (page: Page, name: string) =>
  page
    .locator("lightfield-files")
    .getByRole("button", { name: new RegExp(`^Download .*${name}`) })
    .click();

test("a file that only storage's headers call a download is downloaded, and no empty tab stays", async () => {
  const page = await listed();
  const context = page.context();
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, "download.txt")]);
  assert.equal(download.suggestedFilename(), "download.txt");
  assert.equal(String(await downloaded(download)), "hello");
  await until("only the page is left", () => context.pages().length === 1);
  assert.equal(context.pages()[0], page);
});

test("a file that the browser can show is shown in a tab that cannot reach back", async () => {
  const page = await listed();
  const [tab] = await Promise.all([page.context().waitForEvent("page"), press(page, "shown.txt")]);
  await tab.waitForURL(`${origin}/shown.txt`);
  assert.equal(await tab.evaluate(() => window.opener), null);
});
