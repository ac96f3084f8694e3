import { expect } from "@open-wc/testing";
import type { LightfieldUploader } from "../../../src/element/index.ts";
import { expectConsole } from "../../support/console.ts";
import { turn } from "../../support/until.ts";
import { ENGLISH_WORDS } from "../support/languages.ts";
import { dragEvent, find, findAll, type Stage, stage, transferOf, waitUntil } from "../support/stage.ts";

const vtt = new File(["WEBVTT"], "interview.vtt", { type: "text/vtt" });

function drag(type: string, target: EventTarget): DragEvent {
  const event = dragEvent(type, transferOf(vtt));
  target.dispatchEvent(event);
  return event;
}

/** Element with a target, whose code is loaded. */
async function aimed(dropTarget: string, settings: Partial<LightfieldUploader> = {}): Promise<Stage> {
  const set = await stage();
  Object.assign(set.element, settings, { dropTarget });
  await waitUntil(() => findAll(set.element, "[part=drop-target]").length === 1);
  await set.element.updateComplete;
  return set;
}

const isShown = ({ element }: Stage) => find(element, "[part=drop-target]").matches(":popover-open");
const names = ({ element }: Stage) => element.uploads.map(({ name }) => name);

/** Elements of the page beside the uploaders, removed after each test. */
const added: Element[] = [];
function put<E extends Element>(element: E, within: Element = document.body): E {
  within.append(element);
  added.push(element);
  return element;
}
afterEach(() => {
  drag("drop", document.body);
  for (const element of added.splice(0)) element.remove();
});

describe("the whole page as drop target", () => {
  it("takes a drop anywhere, and covers the page only while files are dragged", async () => {
    const set = await aimed("page");
    const beside = put(document.createElement("p"));
    expect(isShown(set)).to.equal(false);
    expect(drag("dragenter", beside).defaultPrevented).to.equal(true);
    await set.element.updateComplete;
    expect(isShown(set)).to.equal(true);
    const overlay = find(set.element, "[part=drop-target]");
    expect(overlay.textContent).to.include(ENGLISH_WORDS.dropAccepted);
    const { width, height } = overlay.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    expect([Math.round(width), Math.round(height)]).to.deep.equal([clientWidth, clientHeight]);
    expect(getComputedStyle(overlay).pointerEvents, "the page stays the target of the drag").to.equal("none");
    drag("drop", beside);
    await waitUntil(() => set.element.uploads.length === 1);
    await set.element.updateComplete;
    expect(isShown(set)).to.equal(false);
  });

  it("stays covered over the element itself, and is uncovered when the drag leaves the page", async () => {
    const set = await aimed("page");
    drag("dragenter", document.body);
    drag("dragenter", find(set.element, "[part=drop-zone]"));
    drag("dragleave", document.body);
    await set.element.updateComplete;
    expect(isShown(set)).to.equal(true);
    drag("dragleave", find(set.element, "[part=drop-zone]"));
    await set.element.updateComplete;
    expect(isShown(set)).to.equal(false);
  });

  it("says why files would be refused, and never lets a miss leave the page", async () => {
    const set = await aimed("page");
    set.element.disabled = true;
    await set.element.updateComplete;
    expect(drag("dragover", document.body).defaultPrevented).to.equal(true);
    await set.element.updateComplete;
    expect(find(set.element, "[part=drop-target]").textContent).to.include(ENGLISH_WORDS.dropRefused);
    expect(drag("drop", document.body).defaultPrevented).to.equal(true);
    await turn();
    expect(names(set)).to.deep.equal([]);
  });

  it("leaves drags to zones of the page, and to a page that takes none", async () => {
    const set = await aimed("page");
    const zone = put(document.createElement("p"));
    for (const type of ["dragover", "drop"]) zone.addEventListener(type, (event) => event.preventDefault());
    drag("dragover", zone);
    await set.element.updateComplete;
    expect(isShown(set)).to.equal(false);
    drag("drop", zone);
    set.element.noDrop = true;
    expect(drag("drop", document.body).defaultPrevented).to.equal(false);
    set.element.noDrop = false;
    set.element.dropTarget = "";
    expect(drag("drop", document.body).defaultPrevented).to.equal(false);
    await turn();
    expect(names(set)).to.deep.equal([]);
  });

  it("works on a page that prevents every drag", async () => {
    const set = await aimed("page");
    const prevent = (event: Event) => event.preventDefault();
    for (const type of ["dragover", "drop"]) window.addEventListener(type, prevent, true);
    drag("drop", document.body);
    for (const type of ["dragover", "drop"]) window.removeEventListener(type, prevent, true);
    await waitUntil(() => set.element.uploads.length === 1);
  });

  it("takes nothing while the user cannot see the element: hidden, inert, or behind a dialog", async () => {
    const set = await aimed("page");
    const dialog = put(document.createElement("dialog"));
    const states: readonly (readonly [on: () => void, off: () => void])[] = [
      [() => set.element.toggleAttribute("hidden", true), () => set.element.toggleAttribute("hidden", false)],
      [() => set.element.toggleAttribute("inert", true), () => set.element.toggleAttribute("inert", false)],
      [() => dialog.showModal(), () => dialog.close()],
    ];
    for (const [on, off] of states) {
      on();
      expect(drag("drop", document.body).defaultPrevented).to.equal(false);
      off();
    }
    const home = set.element.parentElement;
    dialog.append(set.element);
    dialog.showModal();
    expect(drag("drop", dialog).defaultPrevented, "inside the dialog").to.equal(true);
    dialog.close();
    home?.append(set.element);
    await waitUntil(() => set.element.uploads.length === 1);
  });
});

describe("a part of the page as drop target", () => {
  it("takes drops on what matches the selector, and covers just that", async () => {
    const set = await aimed(".inbox");
    const inbox = put(document.createElement("div"));
    inbox.className = "inbox";
    inbox.style.cssText = "position: fixed; inset: 20px auto auto 30px; width: 300px; height: 120px";
    const inside = put(document.createElement("p"), inbox);
    drag("dragenter", inside);
    await set.element.updateComplete;
    const { left, top, width, height } = find(set.element, "[part=drop-target]").getBoundingClientRect();
    expect([left, top, width, height].map(Math.round)).to.deep.equal([30, 20, 300, 120]);
    expect(drag("dragenter", document.body).defaultPrevented).to.equal(false);
    drag("dragleave", inside);
    await set.element.updateComplete;
    expect(isShown(set)).to.equal(false);
    drag("drop", inside);
    await waitUntil(() => set.element.uploads.length === 1);
  });

  it("warns about a selector that is none", async () => {
    expectConsole(/<lightfield-uploader> \[drop-target\] drop-target="\[\[" is not a valid selector/);
    await aimed("[[");
    expect(drag("drop", document.body).defaultPrevented).to.equal(false);
  });
});

describe("several elements on a page", () => {
  it("share a drop out: the innermost target, else the first in the document, and each its own box", async () => {
    const [last, first, inner] = [await aimed("page"), await aimed("page"), await aimed("#inner")];
    first.element.after(last.element);
    const area = put(document.createElement("div"));
    area.id = "inner";
    const places: readonly (readonly [EventTarget, Stage])[] = [
      [document.body, first],
      [area, inner],
      [find(last.element, "[part=drop-zone]"), last],
    ];
    for (const [place, expected] of places) {
      drag("dragenter", place);
      drag("dragover", place);
      for (const { element } of [first, last, inner]) await element.updateComplete;
      const dragging = [first, last, inner].filter(({ element }) => element.matches(":state(dragging)"));
      expect(dragging).to.deep.equal([expected]);
      drag("drop", place);
      await waitUntil(() => expected.element.uploads.length === 1);
    }
    await turn();
    expect([first, last, inner].map(({ element }) => element.uploads.length)).to.deep.equal([1, 1, 1]);
  });

  it("do not lose a drop to one that is disabled", async () => {
    const [disabled, enabled] = [await aimed("page", { disabled: true }), await aimed("page")];
    drag("drop", document.body);
    await waitUntil(() => enabled.element.uploads.length === 1);
    expect(names(disabled)).to.deep.equal([]);
  });
});
