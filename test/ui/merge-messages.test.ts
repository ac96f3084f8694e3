import { expect } from "@open-wc/testing";
import { mergeMessages } from "../../src/ui/merge-messages.ts";

const SENTENCES = {
  start: "Upload",
  kinds: { image: "image", text: "text" },
  cancel: (name: string) => `Cancel ${name}`,
};

describe("sentences of the page", () => {
  it("replace those of the same name, inside groups as well", () => {
    const merged = mergeMessages(SENTENCES, { start: "Go", kinds: { image: "picture" } });
    expect(merged.start).to.equal("Go");
    expect(merged.kinds).to.deep.equal({ image: "picture", text: "text" });
    expect(merged.cancel("a.vtt")).to.equal("Cancel a.vtt");
  });

  it("change nothing where they are undefined", () => {
    expect(mergeMessages(SENTENCES, { start: undefined }).start).to.equal("Upload");
  });

  it("stay out of a group that is not loaded yet", () => {
    const early: { start: string; kinds?: { image: string } } = { start: "Upload" };
    expect(mergeMessages(early, { kinds: { image: "picture" } }).kinds).to.equal(undefined);
  });

  it("leave the built-in sentences unchanged for other elements", () => {
    mergeMessages(SENTENCES, { kinds: { text: "words" } });
    expect(SENTENCES.kinds.text).to.equal("text");
  });
});
