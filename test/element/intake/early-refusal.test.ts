import { expect, fixture, html } from "@open-wc/testing";
import type { LightfieldUploader } from "../../../src/element/index.ts";
import { ScriptedUploader } from "../support/scripted-uploader.ts";
import { waitUntil } from "../support/stage.ts";

// In a file of its own, so that nothing but the first script is loaded yet.
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
