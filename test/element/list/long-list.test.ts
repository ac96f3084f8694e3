import { expect } from "@open-wc/testing";
import type { LightfieldUploader } from "../../../src/element/index.ts";
import { until } from "../../support/until.ts";
import { isReferenceEngine } from "../support/engine.ts";
import { button, find, findAll, focused, type Stage, stage, text, waitUntil } from "../support/stage.ts";

const MANY = 1000;

async function longList(count = MANY): Promise<Stage> {
  const staged = await stage();
  const files = Array.from({ length: count }, (_, index) => new File(["x"], `call-${index + 1}.vtt`));
  await staged.element.addFiles(files);
  await settled(staged.element);
  return staged;
}

/** So many frames without a change: drawn, measured, and drawn again where that changed something. */
const STILL_FRAMES = 3;

async function settled(element: LightfieldUploader): Promise<void> {
  let seen = "";
  let still = 0;
  await until("the list to stand still", async () => {
    await element.updateComplete;
    await new Promise(requestAnimationFrame);
    const shown = JSON.stringify([numbers(element), list(element).scrollTop, list(element).scrollHeight]);
    still = shown === seen && !element.isUpdatePending ? still + 1 : 0;
    seen = shown;
    return still >= STILL_FRAMES;
  });
}

const list = (element: Element) => find(element, "[part=file-list]");
const rows = (element: Element) => findAll(element, "[part=file]");
const row = (element: Element, number: number) => find(element, `[aria-posinset="${number}"]`);
const numbers = (element: Element) => rows(element).map((one) => Number(one.getAttribute("aria-posinset")));
const topOf = (one: HTMLElement) => one.getBoundingClientRect().top;

/** Row in the middle of the visible range; null for a gap. */
function inSight(element: LightfieldUploader): HTMLElement | null {
  const { left, top, height } = list(element).getBoundingClientRect();
  const seen = element.shadowRoot?.elementFromPoint(left + 30, top + height / 2);
  return seen?.closest<HTMLElement>("[part=file]") ?? null;
}

async function scrollTo(element: LightfieldUploader, top: number): Promise<void> {
  list(element).scrollTop = top;
  await settled(element);
}

function nodesIn(root: Node): number {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  let count = 1;
  while (walker.nextNode()) count++;
  return count;
}

describe("a list of a thousand files", () => {
  afterEach(() => {
    document.documentElement.scrollTop = 0;
  });

  it("draws a few rows, each with its position and the number of rows, in at most 1,500 nodes", async () => {
    const { element } = await longList();
    expect(rows(element).length).to.be.within(7, 30);
    expect(numbers(element)).to.deep.equal(rows(element).map((_, index) => index + 1));
    for (const one of rows(element)) expect(one.getAttribute("aria-setsize")).to.equal("1000");
    expect(nodesIn(element.shadowRoot as ShadowRoot)).to.be.at.most(1500);
    await scrollTo(element, 20_000);
    expect(nodesIn(element.shadowRoot as ShadowRoot)).to.be.at.most(1500);
  });

  it("shows the rows at every scroll position, down to the last", async () => {
    const { element } = await longList();
    for (const place of [0.1, 0.5, 0.93, 0.2, 1]) {
      const { scrollHeight } = list(element);
      await scrollTo(element, scrollHeight * place);
      expect(inSight(element), `at ${place}`).not.to.equal(null);
    }
    expect(numbers(element).at(-1)).to.equal(MANY);
    const { bottom } = list(element).getBoundingClientRect();
    expect(row(element, MANY).getBoundingClientRect().bottom).to.be.closeTo(bottom, 3);
  });

  it("keeps the focused row, with its neighbours, when it is scrolled out of view", async () => {
    const { element } = await longList();
    button(element, "Cancel call-3.vtt").focus();
    // WebKit scrolls to the focused element a little later.
    await settled(element);
    await scrollTo(element, 30_000);
    expect(focused(element)?.getAttribute("aria-label")).to.contain("call-3.vtt");
    expect(numbers(element).slice(0, 3)).to.deep.equal([2, 3, 4]);
    expect(numbers(element)).to.deep.equal([...numbers(element)].sort((a, b) => a - b));
    expect(inSight(element)).not.to.equal(null);
  });

  it("draws the next rows when the focus reaches the last drawn one", async () => {
    const { element } = await longList();
    const last = rows(element).at(-1);
    const number = Number(last?.getAttribute("aria-posinset"));
    last?.querySelector("button")?.focus();
    await waitUntil(() => numbers(element).includes(number + 1), "the row behind it");
  });

  it("keeps order and focus when rows in the middle are removed", async () => {
    const { element, uploader } = await longList();
    await scrollTo(element, 37_000);
    const middle = Number(inSight(element)?.getAttribute("aria-posinset"));
    for (const number of [middle, middle + 1]) uploader.succeed(`u${number}`);
    await settled(element);
    const remove = button(element, `Remove call-${middle}.vtt from the list`);
    remove.focus();
    const place = topOf(row(element, middle));
    remove.click();
    await settled(element);
    expect(focused(element)?.getAttribute("aria-label")).to.contain(`call-${middle + 1}.vtt`);
    expect(topOf(row(element, middle))).to.be.closeTo(place, 2);
    expect(row(element, middle).textContent).to.contain(`call-${middle + 1}`);
    expect(row(element, middle).getAttribute("aria-setsize")).to.equal("999");
  });

  it("keeps visible rows in place when rows above them fail and grow", async () => {
    const { element, uploader } = await longList();
    await scrollTo(element, 37_000);
    const seen = inSight(element);
    const number = Number(seen?.getAttribute("aria-posinset"));
    const place = topOf(row(element, number));
    // One is drawn above the visible range, the other is not drawn at all.
    for (const above of [number - 5, number - 60]) {
      uploader.fail(`u${above}`, "conflict", { detail: "It already has one of that name, from the third of May." });
    }
    await settled(element);
    expect(topOf(row(element, number))).to.be.closeTo(place, 2);
    await scrollTo(element, list(element).scrollTop - 150);
    expect(topOf(row(element, number))).to.be.closeTo(place + 150, 2);
  });

  it("keeps visible rows in place when finished files above them are cleared", async () => {
    const { element, uploader } = await longList();
    await scrollTo(element, 37_000);
    const id = inSight(element)?.dataset.row ?? "";
    const place = topOf(find(element, `[data-row=${id}]`));
    for (let number = 1; number <= 20; number++) uploader.succeed(`u${number}`);
    uploader.clear();
    await settled(element);
    expect(topOf(find(element, `[data-row=${id}]`))).to.be.closeTo(place, 2);
    expect(list(element).scrollTop).to.be.below(37_000);
  });

  it("shows only failed files on request, and all again when none is left", async () => {
    const { element, uploader } = await longList();
    for (const number of [3, 500, 998]) uploader.fail(`u${number}`, "network");
    await settled(element);
    button(element, "Show only failed").click();
    await settled(element);
    expect(button(element, "Show only failed").getAttribute("aria-pressed")).to.equal("true");
    expect(rows(element).map(({ dataset }) => dataset.row)).to.deep.equal(["u3", "u500", "u998"]);
    expect(numbers(element)).to.deep.equal([1, 2, 3]);
    button(element, "Retry call-500.vtt").click();
    await settled(element);
    expect(rows(element).map(({ dataset }) => dataset.row)).to.deep.equal(["u3", "u998"]);
    button(element, "Retry failed").click();
    await settled(element);
    expect(rows(element).length).to.be.above(3);
    expect(findAll(element, "[aria-pressed]")).to.deep.equal([]);
  });

  it("shows all rows where the page removes the limit of the height", async () => {
    const { element } = await longList();
    element.style.setProperty("--lf-uploader-list-height", "none");
    await settled(element);
    for (const place of [0.5, 0.9, 0.1]) {
      document.documentElement.scrollTop = document.documentElement.scrollHeight * place;
      await settled(element);
      const seen = element.shadowRoot?.elementFromPoint(60, innerHeight / 2);
      expect(seen?.closest("[part=file]"), `at ${place}`).to.exist;
    }
    expect(rows(element).length).to.be.below(60);
  });
});

/** The slices are the same in every engine, and there are many of them with fewer files, too. */
const VERY_MANY = isReferenceEngine ? 10_000 : 3000;

describe(`a choice of ${VERY_MANY} files`, () => {
  it("is added to the list in its order, the first ones at once", async () => {
    const { element } = await stage();
    const files = Array.from({ length: VERY_MANY }, (_, index) => new File(["x"], `${index}.vtt`));
    const adding = element.addFiles(files);
    expect(element.uploads.length).to.be.within(1, VERY_MANY);
    await waitUntil(() => text(element, ".heading") === "Adding files…" || element.uploads.length === VERY_MANY);
    await adding;
    expect(element.uploads.map(({ name }) => name)).to.deep.equal(files.map(({ name }) => name));
  });

  it("is not added after the form is reset", async () => {
    const { element } = await stage();
    let asked = 0;
    element.addEventListener("file-add", () => {
      asked++;
      const end = performance.now() + 1;
      while (performance.now() < end);
    });
    const adding = element.addFiles(Array.from({ length: 1000 }, (_, index) => new File(["x"], `${index}.vtt`)));
    element.formResetCallback();
    await adding;
    expect(asked).to.be.below(100);
    expect(element.uploads.filter(({ status }) => status !== "cancelled").length).to.equal(0);
  });
});
