import { expect } from "@open-wc/testing";
import type { LightfieldUploader } from "../../../src/element/index.ts";
import { holdTime } from "../../support/held-time.ts";
import { turn } from "../../support/until.ts";
import { dragEvent, find, plain, stage, text, transferOf, waitUntil } from "../support/stage.ts";

const vtt = new File(["WEBVTT"], "interview.vtt", { type: "text/vtt" });
const png = new File(["png"], "photo.png", { type: "image/png" });

/** Dispatches a drag event with files, and returns it. */
function drag(type: string, target: EventTarget, ...files: readonly File[]): DragEvent {
  const event = dragEvent(type, transferOf(...(files.length > 0 ? files : [vtt])));
  target.dispatchEvent(event);
  return event;
}

/** Effect that the element chooses for a drag whose source allows these. */
function effectOn(element: Element, allowed: string, ...files: readonly File[]): string {
  const over = dragEvent("dragover", transferOf(...files));
  let effect = "";
  // A synthetic transfer allows nothing and keeps nothing.
  Object.defineProperties(over.dataTransfer, {
    effectAllowed: { value: allowed },
    dropEffect: { set: (value: string) => (effect = value) },
  });
  element.dispatchEvent(over);
  expect(over.defaultPrevented, "the browser must not leave the page for the file").to.equal(true);
  return effect;
}

const isShown = (element: Element) => element.matches(":state(dragging)");

async function dragged(): Promise<{ element: LightfieldUploader; zone: HTMLElement }> {
  const { element } = await stage();
  const zone = find(element, "[part=drop-zone]");
  drag("dragenter", zone);
  await element.updateComplete;
  expect(isShown(element)).to.equal(true);
  return { element, zone };
}

describe("what a drag shows", () => {
  const ends: Readonly<Record<string, (set: { element: HTMLElement; zone: HTMLElement }) => void>> = {
    "the drag goes on elsewhere": () => drag("dragover", document.body),
    "the files are dropped elsewhere": () => drag("drop", document.body),
    "the drag ends": () => document.body.dispatchEvent(new DragEvent("dragend", { bubbles: true })),
    "Escape is pressed": () =>
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })),
    "the pointer is pressed": ({ zone }) =>
      zone.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true })),
    "the element is removed": ({ element }) => element.remove(),
    "another listener keeps the events of an inner zone": ({ element }) => {
      const inner = document.createElement("p");
      inner.addEventListener("dragenter", (event) => event.stopPropagation());
      inner.slot = "empty";
      element.append(inner);
      drag("dragenter", inner);
      drag("dragleave", find(element, "[part=drop-zone]"));
    },
  };
  for (const [what, end] of Object.entries(ends)) {
    it(`ends when ${what}`, async () => {
      const set = await dragged();
      end(set);
      await set.element.updateComplete;
      expect(isShown(set.element)).to.equal(false);
    });
  }

  it("ends when the browser reports no more events, as when the element under the pointer was removed", async () => {
    const time = holdTime(1000);
    try {
      const { element, zone } = await dragged();
      time.pass(2_500);
      drag("dragover", zone);
      time.pass(2_500);
      await element.updateComplete;
      expect(isShown(element), "the drag goes on").to.equal(true);
      time.pass(1_000);
      await element.updateComplete;
      expect(isShown(element)).to.equal(false);
    } finally {
      time.release();
    }
  });

  it("is nothing for a key that is not Escape", async () => {
    const { element } = await dragged();
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Shift", bubbles: true }));
    await element.updateComplete;
    expect(isShown(element)).to.equal(true);
  });

  it("gives the reason when the files would be refused", async () => {
    const { element, uploader } = await stage({ maxFiles: 2 });
    element.accept = "text/vtt";
    element.maxFiles = 2;
    await waitUntil(() => {
      // Browsers repeat the event while a drag lasts.
      drag("dragover", element, png);
      return text(element, ".hint").includes("not accepted here");
    });
    expect(isShown(element)).to.equal(true);
    drag("dragleave", element);
    await element.addFiles([vtt, new File(["WEBVTT"], "other.vtt", { type: "text/vtt" })]);
    expect(uploader.snapshot.uploads.length).to.equal(2);
    drag("dragover", element);
    await waitUntil(() => text(element, ".hint").includes("2 files"));
  });
});

describe("a drop that is refused", () => {
  it("gives the same reason and event as the picker", async () => {
    const { element } = await stage({ accept: "text/vtt", maxFiles: 1 });
    element.accept = "text/vtt";
    element.maxFiles = 1;
    const codes: string[] = [];
    element.addEventListener("file-reject", ({ detail }) => codes.push(`${detail.code} ${detail.file.name}`));
    // With "none", browsers report no drop.
    expect(effectOn(element, "all", png)).to.equal("copy");
    drag("drop", element, png);
    await waitUntil(() => codes.length === 1);
    await element.addFiles([vtt]);
    drag("drop", element, new File(["WEBVTT"], "other.vtt", { type: "text/vtt" }));
    await waitUntil(() => codes.length === 2);
    expect(codes).to.deep.equal(["type photo.png", "too-many other.vtt"]);
    await element.updateComplete;
    expect(text(element, ".notice-title")).to.equal("2 files were not added");
  });

  it("has no effect where nothing can be added", async () => {
    const { element } = await stage();
    element.disabled = true;
    await element.updateComplete;
    expect(effectOn(element, "all", vtt)).to.equal("none");
  });

  for (const [allowed, chosen] of [
    ["all", "copy"],
    ["linkMove", "link"],
    ["move", "none"],
  ] as const) {
    it(`leaves files alone that may only be moved: of "${allowed}" it chooses "${chosen}"`, async () => {
      const { element } = await stage();
      expect(effectOn(element, allowed, vtt)).to.equal(chosen);
      await element.updateComplete;
      expect(element.matches(`:state(drag-${chosen === "none" ? "refused" : "accepted"})`)).to.equal(true);
    });
  }

  it("says what to do when it brings no file, as a mail may", async () => {
    const { element } = await stage();
    const event = dragEvent("drop", new DataTransfer());
    Object.defineProperty(event, "dataTransfer", { value: { types: ["Files"], items: [], files: [] } });
    element.dispatchEvent(event);
    await waitUntil(() => element.shadowRoot?.querySelector(".notice"));
    await waitUntil(() => text(element, ".notice").includes("Save the file on your device first"));
  });
});

describe("zones inside one another", () => {
  it("upload a drop once: the inner uploader takes it", async () => {
    const [outer, inner] = [await stage(), await stage()];
    outer.element.append(inner.element);
    inner.element.slot = "empty";
    drag("dragenter", inner.element);
    drag("dragover", inner.element);
    await inner.element.updateComplete;
    expect([isShown(inner.element), isShown(outer.element)]).to.deep.equal([true, false]);
    drag("drop", inner.element);
    await waitUntil(() => inner.element.uploads.length === 1);
    await turn();
    expect(outer.element.uploads.length).to.equal(0);
  });

  it("upload a drop once: a zone of the page inside the element takes it", async () => {
    const { element } = await stage();
    const zone = document.createElement("p");
    zone.slot = "empty";
    for (const type of ["dragover", "drop"]) zone.addEventListener(type, (event) => event.preventDefault());
    element.append(zone);
    drag("dragenter", zone);
    drag("dragover", zone);
    await element.updateComplete;
    expect(isShown(element)).to.equal(false);
    drag("drop", zone);
    await turn();
    expect(element.uploads.length).to.equal(0);
    // The element itself still takes files.
    drag("drop", element);
    await waitUntil(() => element.uploads.length === 1);
  });

  it("upload a drop once: the element takes it from a zone of the page around it, which sees the drag leave", async () => {
    const { element } = await stage();
    const around = document.createElement("div");
    const beside = document.createElement("p");
    element.replaceWith(around);
    around.append(beside, element);
    let depth = 0;
    let dropped = 0;
    around.addEventListener("dragenter", () => depth++);
    around.addEventListener("dragleave", () => depth--);
    around.addEventListener("drop", () => dropped++);
    const heading = find(element, ".heading");
    drag("dragenter", beside);
    expect(depth).to.equal(1);
    drag("dragenter", element);
    drag("dragleave", beside);
    drag("dragenter", heading);
    drag("dragleave", element);
    expect(depth, "over the element").to.equal(0);
    drag("dragenter", beside);
    drag("dragleave", heading);
    expect(depth, "beside it again").to.equal(1);
    drag("drop", element);
    expect(dropped).to.equal(0);
    await waitUntil(() => element.uploads.length === 1);
    around.remove();
  });

  it("take no notice of a page that prevents every drag, so that no miss leaves it", async () => {
    const { element } = await stage();
    const prevent = (event: Event) => event.preventDefault();
    for (const type of ["dragover", "drop"]) document.addEventListener(type, prevent, true);
    drag("dragover", element);
    await element.updateComplete;
    expect(isShown(element)).to.equal(true);
    drag("drop", element);
    await waitUntil(() => element.uploads.length === 1);
    for (const type of ["dragover", "drop"]) document.removeEventListener(type, prevent, true);
  });
});

describe("files of programs and systems", () => {
  it("are asked about when they are dropped alone, and can be added anyway", async () => {
    const { element } = await stage();
    drag("drop", element, new File(["x"], "._interview.vtt"), vtt);
    await waitUntil(() => element.uploads.length === 1);
    expect(element.uploads[0]?.name).to.equal("interview.vtt");
    await waitUntil(() => element.shadowRoot?.querySelector(".notice .text-button"));
    expect(text(element, ".notice")).to.match(/^\._interview\.vtt was not added It looks like a file that a program/);
    find(element, ".notice .text-button").click();
    await waitUntil(() => element.uploads.length === 2);
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector(".notice")).to.equal(null);
  });

  it("are left out of a chosen folder without a word, which is named when nothing else is in it", async () => {
    const { element } = await stage();
    element.directory = true;
    await element.updateComplete;
    const pick = (...paths: readonly string[]) => {
      const files = paths.map((path) => {
        const file = new File(["x"], path.slice(path.lastIndexOf("/") + 1));
        return Object.defineProperty(file, "webkitRelativePath", { value: path });
      });
      const input = find<HTMLInputElement>(element, "input");
      Object.defineProperty(input, "files", { value: files, configurable: true });
      input.dispatchEvent(new Event("change"));
    };
    pick("may/a.vtt", "may/~$a.docx", "may/__MACOSX/b.vtt");
    await waitUntil(() => element.uploads.length === 1);
    await turn();
    expect(element.shadowRoot?.querySelector(".notice")).to.equal(null);
    pick("june/.DS_Store");
    await waitUntil(() => element.shadowRoot?.querySelector(".notice"));
    await waitUntil(() => text(element, ".notice").includes("There is no file in this folder"));
    expect(plain(text(element, ".notice-title"))).to.equal("june was not added");
    expect(element.uploads.length).to.equal(1);
  });
});
