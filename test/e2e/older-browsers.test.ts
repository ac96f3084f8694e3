import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { visit } from "../compat/visit.ts";
import { OWN_SCRIPT, ScriptTagSite, scriptTags } from "./script-tag-site.ts";

let site: ScriptTagSite;
before(async () => {
  site = await ScriptTagSite.open();
});
after(() => site.close());

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
  "Intl.Segmenter and Intl.DurationFormat": `
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
  "workers and WebAssembly": "delete window.Worker; delete window.WebAssembly",
  "crypto.randomUUID, as on pages without TLS": "delete Crypto.prototype.randomUUID; delete Crypto.prototype.subtle",
};

for (const [name, init] of Object.entries(WITHOUT)) {
  test(`a file is verified without ${name}, and nothing complains`, async () => {
    const { browser, origin: url, backend } = site;
    site.pages.set("/", { head: scriptTags(OWN_SCRIPT) });
    assert.deepEqual(await visit({ browser, url, emulator: backend.emulator, ecosystem: {}, init }), []);
  });
}
