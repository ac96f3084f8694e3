import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import type { RunningEmulator } from "../../demo/emulator/index.ts";
import type { Ecosystem } from "./ecosystem.ts";

/** Longest wait for a page that a development server may still be compiling. */
const PATIENCE_MS = 60_000;
const CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\nHello, and welcome.\n";

export interface VisitOptions {
  readonly browser: Browser;
  readonly url: string;
  readonly emulator: RunningEmulator;
  readonly ecosystem: Pick<Ecosystem, "context" | "ignoredMessages">;
  /** Script that runs in the page before all others. */
  readonly init?: string;
  /** Words of the page's language that the row of a verified file has. Default: "Verified". */
  readonly verified?: string;
}

/**
 * Uploads one file on a page as a user does, and returns what was wrong; empty if all was right: the file is verified, its
 * bytes are in storage, the page's listener was called, its `context` arrived, and nothing complained.
 */
export async function visit({
  browser,
  url,
  emulator,
  ecosystem,
  init,
  verified = "Verified",
}: VisitOptions): Promise<string[]> {
  const context = await browser.newContext();
  await context.addCookies([{ name: "user", value: "ana", url }]);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  if (init) await page.addInitScript(init);
  const seen = watch(page, ecosystem.ignoredMessages);
  try {
    await page.goto(url, { waitUntil: "networkidle" });
    await page.waitForFunction(() => document.querySelector("lightfield-uploader")?.shadowRoot?.querySelector("input"));
    const created = page.waitForRequest(
      (request) => request.method() === "POST" && new URL(request.url()).pathname === "/api/uploads",
    );
    const name = `interview-${emulator.files().length}.vtt`;
    await page
      .locator("lightfield-uploader input[type=file]")
      .first()
      .setInputFiles({ name, mimeType: "text/vtt", buffer: Buffer.from(CAPTIONS) });
    const sent = (await created).postDataJSON() as { context?: unknown };
    await page.locator("lightfield-uploader").getByText(verified, { exact: false }).first().waitFor();
    const file = emulator.files().find(({ filename }) => filename === name);
    const problems = [...seen.complaints];
    if (file?.status !== "COMPLETED") problems.push(`the file is ${file?.status ?? "unknown"} at Lightfield`);
    const object = file && emulator.objectPath(file.id);
    const stored = object
      ? createHash("md5")
          .update(await readFile(object))
          .digest("hex")
      : null;
    if (stored !== createHash("md5").update(CAPTIONS).digest("hex")) problems.push("storage has other bytes");
    if (!seen.log.some((line) => file && line.includes(file.id)))
      problems.push("the listener of upload-success was not called");
    if (JSON.stringify(sent.context) !== JSON.stringify(ecosystem.context)) {
      problems.push(`context arrived as ${JSON.stringify(sent.context)}`);
    }
    return problems;
  } catch (error) {
    return [...seen.complaints, `${error}`.split("\n", 1)[0] ?? ""];
  } finally {
    await context.close();
  }
}

/** Lit's own notice in development builds. */
const LIT_NOTICE = /Lit is in dev mode/;

function watch(page: Page, ignored: RegExp | undefined) {
  const complaints: string[] = [];
  const log: string[] = [];
  page.on("console", (message) => {
    const text = message.text();
    if (!/^(error|warning)$/.test(message.type())) log.push(text);
    else if (!LIT_NOTICE.test(text) && !ignored?.test(text)) complaints.push(text);
  });
  page.on("pageerror", (error) => complaints.push(`${error}`));
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} for ${response.url()}`);
  });
  return { complaints, log };
}
