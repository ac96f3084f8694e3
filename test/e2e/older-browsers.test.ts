import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { LightfieldUploader } from "../../src/index.ts";
import { visit } from "../compat/visit.ts";
import { OWN_SCRIPT, ScriptTagSite, scriptTags } from "./script-tag-site.ts";

let site: ScriptTagSite;
before(async () => {
  site = await ScriptTagSite.open();
});
after(() => site.close());

/** With a list in a sentence: the accepted types. */
const TAG =
  '<lightfield-uploader endpoint="/api/uploads" purpose="meeting_transcript" accept=".srt,.vtt"></lightfield-uploader>';

/** What older browsers and unusual pages lack, taken away before any script runs. */
const WITHOUT: Readonly<Record<string, string>> = {
  "custom states (Safari before 17.4)": "delete ElementInternals.prototype.states",
  "unprefixed custom states (Chrome before 125)": `
    const { add } = CustomStateSet.prototype;
    CustomStateSet.prototype.add = function (name) {
      if (!name.startsWith("--")) throw new SyntaxError("must start with '--'");
      return add.call(this, name);
    }`,
  "showPicker, requestIdleCallback and Array.fromAsync": `
    delete HTMLInputElement.prototype.showPicker;
    delete window.requestIdleCallback;
    delete Array.fromAsync`,
  "Intl.ListFormat, Intl.Segmenter and Intl.DurationFormat": `
    delete Intl.ListFormat;
    delete Intl.Segmenter;
    delete Intl.DurationFormat`,
  "locks, storage and persistence": `
    delete Navigator.prototype.locks;
    delete Navigator.prototype.storage;
    delete window.indexedDB`,
  "an IndexedDB that may be opened": `
    Object.defineProperty(window, "indexedDB", { get() { throw new DOMException("denied", "SecurityError"); } })`,
  "adopted style sheets": `
    delete ShadowRoot.prototype.adoptedStyleSheets;
    delete Document.prototype.adoptedStyleSheets`,
  "popovers, checkVisibility and the file system": `
    delete Element.prototype.checkVisibility;
    delete HTMLElement.prototype.showPopover;
    delete DataTransferItem.prototype.getAsFileSystemHandle;
    delete window.showOpenFilePicker;
    delete window.FileSystemFileHandle`,
  "AbortSignal.any, AbortSignal.timeout and Promise.withResolvers": `
    delete AbortSignal.any;
    delete AbortSignal.timeout;
    delete Promise.withResolvers`,
  "what came after the oldest browsers that are supported": `
    delete URL.parse;
    delete Promise.try;
    delete Map.groupBy;
    delete Object.groupBy;
    delete Blob.prototype.bytes;
    delete Response.prototype.bytes;
    delete Uint8Array.fromBase64;
    delete Uint8Array.prototype.toHex;
    delete Element.prototype.getHTML;
    delete Element.prototype.setHTMLUnsafe;
    delete Element.prototype.moveBefore;
    delete HTMLDialogElement.prototype.requestClose;
    delete ReadableStream.prototype[Symbol.asyncIterator];
    delete ReadableStream.prototype.values;
    delete window.scheduler;
    delete window.ReportingObserver;
    for (const name of ["map", "filter", "take", "drop", "flatMap", "reduce", "toArray", "forEach", "some", "every", "find"])
      delete Iterator.prototype[name];
    for (const name of ["union", "intersection", "difference", "symmetricDifference", "isSubsetOf", "isDisjointFrom"])
      delete Set.prototype[name]`,
  "workers and WebAssembly": "delete window.Worker; delete window.WebAssembly",
  "crypto.randomUUID, as on pages without TLS": "delete Crypto.prototype.randomUUID; delete Crypto.prototype.subtle",
};

for (const [name, init] of Object.entries(WITHOUT)) {
  test(`a file is verified without ${name}, and nothing complains`, async () => {
    const { browser, origin: url, backend } = site;
    site.pages.set("/", { head: scriptTags(OWN_SCRIPT), body: TAG });
    assert.deepEqual(await visit({ browser, url, emulator: backend.emulator, ecosystem: {}, init }), []);
  });
}

test("a list in a sentence has commas without Intl.ListFormat", async () => {
  const page = await site.browser.newPage();
  await page.addInitScript("delete Intl.ListFormat");
  site.pages.set("/", { head: scriptTags(OWN_SCRIPT), body: TAG });
  await page.goto(site.origin);
  await page.locator("lightfield-uploader").getByText("SRT, VTT").waitFor();
  await page.close();
});

/** Firefox 121 to 124: there are no popovers, and a selector that names an open one is a mistake of syntax. */
const WITHOUT_POPOVERS = `
  delete HTMLElement.prototype.showPopover;
  delete HTMLElement.prototype.hidePopover;
  delete HTMLElement.prototype.togglePopover;
  delete HTMLElement.prototype.popover;
  for (const type of [Element, Document, DocumentFragment]) {
    for (const name of ["matches", "closest", "querySelector", "querySelectorAll"]) {
      const original = type.prototype[name];
      if (original) type.prototype[name] = function (selector) {
        if (selector.includes(":popover-open")) throw new DOMException(selector + " is not a valid selector", "SyntaxError");
        return original.call(this, selector);
      };
    }
  }`;

test("the page takes drops without popovers, and nothing complains", async () => {
  const { browser, origin } = site;
  const page = await browser.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`${error}`));
  await page.addInitScript(WITHOUT_POPOVERS);
  site.pages.set("/", {
    head: scriptTags(OWN_SCRIPT),
    body: TAG.replace("<lightfield-uploader", '$& drop-target="page"'),
  });
  await page.goto(origin);
  await page.locator('lightfield-uploader [part="drop-target"]').waitFor({ state: "attached" });
  const isTaken = await page.evaluate(() =>
    ["dragenter", "dragover", "drop"].map((type) => {
      const captions = "WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n";
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([captions], "standup.vtt", { type: "text/vtt" }));
      const event = new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer });
      document.body.dispatchEvent(event);
      return event.defaultPrevented;
    }),
  );
  assert.deepEqual(isTaken, [true, true, true]);
  await page.waitForFunction(
    () => document.querySelector<LightfieldUploader>("lightfield-uploader")?.uploads[0]?.name === "standup.vtt",
  );
  assert.deepEqual(complaints, []);
  await page.close();
});
