import { expect } from "@open-wc/testing";
import {
  button,
  dragEvent,
  find,
  findAll,
  focused,
  type Stage,
  stage,
  transferOf,
  waitUntil,
} from "../support/stage.ts";

const single = () => stage({ maxFiles: 1 }, []);
const browse = ({ element }: Stage) => find(element, "[part=browse-button]");
const isSeen = (element: HTMLElement) => element.getClientRects().length > 0;

describe("an uploader of one file", () => {
  it("offers another file only when one is allowed, below the present one", async () => {
    const set = await single();
    expect(isSeen(browse(set))).to.equal(true);
    const id = await set.add("one.vtt");
    expect(isSeen(browse(set))).to.equal(false);
    for (const finish of [() => set.uploader.succeed(id), () => set.uploader.fail(id, "network")]) {
      finish();
      await set.element.updateComplete;
      expect(isSeen(browse(set))).to.equal(true);
      const file = find(set.element, "[part=file]");
      expect(browse(set).getBoundingClientRect().top).to.be.greaterThan(file.getBoundingClientRect().bottom - 1);
      // The keyboard order is the visible order.
      expect(file.compareDocumentPosition(browse(set))).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
      set.uploader.begin(id);
      await set.element.updateComplete;
      expect(isSeen(browse(set))).to.equal(false);
    }
  });

  it("keeps the keyboard focus when its button disappears, and returns it with the button", async () => {
    const set = await single();
    browse(set).focus();
    const id = await set.add("one.vtt");
    expect(focused(set.element) === find(set.element, "[part=drop-zone]"), "the focus").to.equal(true);
    set.uploader.succeed(id);
    await set.element.updateComplete;
    expect(focused(set.element) === browse(set), "the focus is back").to.equal(true);
    button(set.element, "Remove one.vtt from the list").focus();
    button(set.element, "Remove one.vtt from the list").click();
    await set.element.updateComplete;
    expect(focused(set.element) === browse(set), "the focus").to.equal(true);
  });

  it("can show a validation message while its button is hidden", async () => {
    const set = await single();
    set.element.required = true;
    set.element.name = "transcript";
    await set.add("one.vtt");
    const form = document.createElement("form");
    set.element.replaceWith(form);
    form.append(set.element);
    await set.element.updateComplete;
    expect(form.reportValidity()).to.equal(false);
    await waitUntil(() => document.activeElement === set.element);
    form.replaceWith(set.element);
  });

  it("refuses another file that is dragged over it meanwhile", async () => {
    const set = await single();
    await set.add("one.vtt");
    set.element.dispatchEvent(dragEvent("dragenter", transferOf(new File(["x"], "two.vtt"))));
    await set.element.updateComplete;
    const heading = find(set.element, ".heading");
    expect([isSeen(heading), heading.textContent]).to.deep.equal([true, "This cannot be added here"]);
  });

  it("shows pasted text in place of the zone until it is discarded", async () => {
    const set = await single();
    set.element.purpose = "meeting_transcript";
    await set.element.updateComplete;
    button(set.element, "Paste text").click();
    await waitUntil(() => focused(set.element) instanceof HTMLTextAreaElement);
    expect(isSeen(browse(set))).to.equal(false);
    button(set.element, "Discard").click();
    await waitUntil(() => focused(set.element) === find(set.element, "[part=paste-button]"));
    expect(findAll(set.element, ".card")).to.have.length(0);
    expect(isSeen(browse(set))).to.equal(true);
  });
});
