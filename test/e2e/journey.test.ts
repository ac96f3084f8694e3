import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  AFTER_VERIFIED,
  chunkOf,
  UNTIL_TRANSCRIPT,
  UNTIL_VERIFIED,
  UNTIL_VERIFIED_OF_SEVERAL,
  WHILE_IDLE,
  WHILE_IDLE_FOR_SEVERAL,
} from "../build/journey.ts";
import { OWN_SCRIPT, ScriptTagSite, scriptTags } from "./script-tag-site.ts";
import { PATIENCE_MS, until } from "./waiting.ts";

const CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ada>Good morning.\n";

let site: ScriptTagSite;
before(async () => {
  site = await ScriptTagSite.open({});
});
after(() => site.close());

/** Uploads one file, and compares the scripts that were loaded with the lists that `npm run size` weighs. */
async function assertJourney(
  attributes: string,
  file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
  expected: readonly string[],
  whileIdle: readonly string[] = WHILE_IDLE,
): Promise<void> {
  site.pages.set("/", {
    head: scriptTags(OWN_SCRIPT),
    body: `<lightfield-uploader endpoint="/api/uploads" ${attributes}></lightfield-uploader>`,
  });
  const context = await site.browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const loaded = new Set<string>();
  context.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/dist/")) loaded.add(chunkOf(pathname.slice("/dist/".length)));
  });
  await page.goto(`${site.origin}/`);
  const isLoaded = (chunks: readonly string[]) => () => chunks.every((chunk) => loaded.has(chunk));
  await until("the page has loaded what it loads while idle", isLoaded(whileIdle));
  await page.locator("lightfield-uploader input[type=file]").first().setInputFiles(file);
  await page.locator("lightfield-uploader").getByText("Verified").first().waitFor();
  await until("the memory of uploaded files is loaded", isLoaded(AFTER_VERIFIED));
  assert.deepEqual([...loaded].sort(), [...expected, ...AFTER_VERIFIED].sort());
  await context.close();
}

test("a file whose name tells its type, where every type is welcome, loads what is weighed for it, and nothing else", async () => {
  const file = { name: "report.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n") };
  await assertJourney("", file, UNTIL_VERIFIED);
});

test("where several files are welcome, what several need is there before the first one is added", async () => {
  const file = { name: "report.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n") };
  await assertJourney("multiple", file, UNTIL_VERIFIED_OF_SEVERAL, WHILE_IDLE_FOR_SEVERAL);
});

test("a transcript loads what is weighed for it, and nothing else", async () => {
  const file = { name: "call.vtt", mimeType: "text/vtt", buffer: Buffer.from(CAPTIONS) };
  await assertJourney('purpose="meeting_transcript"', file, UNTIL_TRANSCRIPT);
});
