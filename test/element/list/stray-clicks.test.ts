import { expect } from "@open-wc/testing";
import { button, type Stage, stage } from "../support/stage.ts";

/** Dispatches the n-th fast press, as the browser does before its click. */
function press(target: Element, count = 1): void {
  target.dispatchEvent(new MouseEvent("mousedown", { bubbles: true, composed: true, detail: count }));
}

function click(target: Element, count = 1): void {
  target.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true, detail: count }));
}

async function failed(): Promise<Stage & { readonly id: string }> {
  const set = await stage();
  const id = await set.add("weekly.vtt");
  set.uploader.fail(id, "network");
  await set.element.updateComplete;
  return { ...set, id };
}

describe("a press on a button of the list", () => {
  it("does nothing where another button has taken its place before it ends", async () => {
    const set = await stage();
    const id = await set.add("weekly.vtt");
    const cancel = button(set.element, "Cancel weekly.vtt");
    press(cancel);
    set.uploader.succeed(id);
    await set.element.updateComplete;
    expect(button(set.element, "Remove weekly.vtt from the list") === cancel, "the same place").to.equal(true);
    click(cancel);
    expect(set.uploader.commands).to.deep.equal([]);
    press(cancel);
    click(cancel);
    expect(set.uploader.commands).to.deep.equal([`remove ${id}`]);
  });

  it("counts as the second of a double click, too, if the first one was lost", async () => {
    const { element, uploader, id } = await failed();
    const retry = button(element, "Retry weekly.vtt");
    press(button(element, "Remove weekly.vtt from the list"));
    press(retry);
    press(retry, 2);
    click(retry, 2);
    expect(uploader.commands).to.deep.equal([`retry ${id}`]);
  });

  it("does one thing by a double click, if the first one has changed the button", async () => {
    const { element, uploader, id } = await failed();
    const retry = button(element, "Retry weekly.vtt");
    press(retry);
    click(retry);
    await element.updateComplete;
    const next = button(element, "Cancel weekly.vtt");
    press(next, 2);
    click(next, 2);
    expect(uploader.commands).to.deep.equal([`retry ${id}`]);
  });

  it("is not needed by a click of the keyboard, of a script, or of assistive technology", async () => {
    const { element, uploader, id } = await failed();
    const retry = button(element, "Retry weekly.vtt");
    press(element.shadowRoot?.querySelector("[part=name]") as Element);
    click(retry, 0);
    expect(uploader.commands).to.deep.equal([`retry ${id}`]);
    const again = await failed();
    click(button(again.element, "Retry weekly.vtt"));
    expect(again.uploader.commands).to.deep.equal([`retry ${again.id}`]);
  });
});
