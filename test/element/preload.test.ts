import { expect, fixture, html } from "@open-wc/testing";
import type { LightfieldUploader } from "../../src/element/index.ts";
import { ScriptedUploader } from "./support/scripted-uploader.ts";
import { waitUntil } from "./support/stage.ts";

/** Whether the page has asked for a file of the sources. */
const hasLoaded = (file: string) =>
  performance.getEntriesByType("resource").some(({ name }) => new URL(name).pathname.endsWith(file));

// The sources are more files than browsers list otherwise.
performance.setResourceTimingBufferSize(5_000);

// The first test of the page: nothing but the first script is loaded yet.
describe("a file that an uploader of the page refuses before the list is loaded", () => {
  it("is reported with its reason, once that is loaded", async () => {
    const element = await fixture<LightfieldUploader>(html`<lightfield-uploader></lightfield-uploader>`);
    const uploader = new ScriptedUploader();
    element.uploader = uploader;
    const messages: string[] = [];
    element.addEventListener("file-reject", ({ detail }) => messages.push(detail.message));
    uploader.add([{ file: new File([], "blank.vtt") }]);
    await waitUntil(() => messages.length > 0);
    expect(messages).to.deep.equal(["It is empty. Check its content and add it again."]);
    await waitUntil(() => element.shadowRoot?.querySelector("[part=notice]")?.textContent?.includes("blank.vtt"));
  });
});

describe("what the first file needs", () => {
  it("is loaded in two parts: the list when the page is idle, the engine when a pointer approaches", async () => {
    const element = await fixture<LightfieldUploader>(
      html`<lightfield-uploader endpoint="/uploads"></lightfield-uploader>`,
    );
    await waitUntil(() => (element.shadowRoot?.adoptedStyleSheets.length ?? 0) > 3);
    expect(hasLoaded("/src/create-uploader.ts")).to.equal(false);
    element.dispatchEvent(new PointerEvent("pointerenter"));
    await waitUntil(() => hasLoaded("/src/create-uploader.ts"));
  });
});
