import { expect, fixture, html } from "@open-wc/testing";
import type { LightfieldUploader } from "../../src/element/index.ts";
import "./support/stage.ts";
import { waitUntil } from "./support/stage.ts";

/** Whether the page has asked for a file of the sources. */
const hasLoaded = (file: string) =>
  performance.getEntriesByType("resource").some(({ name }) => new URL(name).pathname.endsWith(file));

describe("what the first file needs", () => {
  it("is loaded in two parts: the list when the page is idle, the engine when a pointer approaches", async () => {
    const element = await fixture<LightfieldUploader>(
      html`<lightfield-uploader endpoint="/uploads"></lightfield-uploader>`,
    );
    await waitUntil(() => hasLoaded("/src/element/list/list-view.ts"));
    await waitUntil(() => (element.shadowRoot?.adoptedStyleSheets.length ?? 0) > 3);
    expect(hasLoaded("/src/create-uploader.ts")).to.equal(false);
    element.dispatchEvent(new PointerEvent("pointerenter"));
    await waitUntil(() => hasLoaded("/src/create-uploader.ts"));
  });
});
