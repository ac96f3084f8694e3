/** How people change a page for themselves: forced colours and less motion. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import type { Locator } from "playwright-core";
import { focusOf } from "./keyboard-focus.ts";
import { ALL_STATES, StatesPage } from "./states-page.ts";

let states: StatesPage;
before(async () => {
  states = await StatesPage.open({ viewport: { width: 640, height: 900 } });
});
afterEach(() => states.complaints.assertExpected());
after(() => states.close());

type Rgb = readonly [red: number, green: number, blue: number];

/** The colours of a row of pixels of what is drawn there. */
async function pixels(of: Locator, { x, y, width }: { x: number; y: number; width: number }): Promise<Rgb[]> {
  const png = (await of.page().screenshot({ clip: { x, y, width, height: 1 } })).toString("base64");
  return of.page().evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, 1);
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0);
    const data = context?.getImageData(0, 0, image.width, 1).data ?? new Uint8ClampedArray();
    return Array.from({ length: image.width }, (_, index) => [
      data[index * 4],
      data[index * 4 + 1],
      data[index * 4 + 2],
    ]);
  }, png) as Promise<Rgb[]>;
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** WCAG's ratio of two colours. */
function contrast(one: Rgb, other: Rgb): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The best that a ring of two pixels around it does against what lies outside of the ring. */
async function ringContrast(of: Locator): Promise<number> {
  const box = await of.boundingBox();
  if (!box) throw new Error("It is not there.");
  const row = await pixels(of, { x: Math.floor(box.x) - 8, y: Math.round(box.y + box.height / 2), width: 8 });
  const [outside, ...others] = row;
  if (!outside) throw new Error("Nothing is drawn.");
  return Math.max(...others.map((pixel) => contrast(pixel, outside)));
}

/** Between the colours of a button that are the furthest from each other, in a line through its words. */
async function wordsContrast(of: Locator): Promise<number> {
  const box = await of.boundingBox();
  if (!box) throw new Error("There is no button.");
  const inside = { x: Math.ceil(box.x) + 8, y: Math.round(box.y + box.height / 2), width: Math.floor(box.width) - 16 };
  const row = await pixels(of, inside);
  const [background] = row;
  if (!background) throw new Error("Nothing is drawn.");
  return Math.max(...row.map((pixel) => contrast(pixel, background)));
}

async function barContrast(bar: Locator): Promise<number> {
  const box = await bar.boundingBox();
  if (!box) throw new Error("There is no progress bar.");
  const row = await pixels(bar, {
    x: Math.ceil(box.x) + 2,
    y: Math.floor(box.y + box.height / 2),
    width: Math.floor(box.width) - 4,
  });
  const [done, ...rest] = row;
  const left = rest.at(-1);
  if (!done || !left) throw new Error("Nothing is drawn.");
  return contrast(done, left);
}

const LOOKS = [
  { forcedColors: "none", colorScheme: "light" },
  { forcedColors: "none", colorScheme: "dark" },
  { forcedColors: "active", colorScheme: "light" },
  { forcedColors: "active", colorScheme: "dark" },
] as const;

for (const look of LOOKS) {
  const called = `${look.colorScheme}${look.forcedColors === "active" ? " forced" : ""}`;

  test(`in ${called} colours the focus ring, the bar and the button's words stand out from what is around them`, async () => {
    const { page } = states;
    await page.emulateMedia({ ...look, reducedMotion: "reduce" });
    await states.show({ state: "paused", theme: look.colorScheme });
    const uploader = page.locator("lightfield-uploader");
    for (const bar of await uploader.locator("[part=progress]").all()) {
      // One has not got anywhere.
      if ((await bar.getAttribute("aria-valuenow")) === "0") continue;
      const ratio = await barContrast(bar);
      assert.ok(ratio >= 3, `a bar has ${ratio.toFixed(2)} : 1`);
    }
    const words = await wordsContrast(uploader.locator("[part=browse-button]"));
    assert.ok(words >= 4.5, `the button's words have ${words.toFixed(2)} : 1`);
    for (let stops = 0; stops < 9; stops++) {
      await page.keyboard.press("Tab");
      const { name } = await focusOf(page);
      const ratio = await ringContrast(uploader.locator(":focus-visible"));
      assert.ok(ratio >= 3, `the ring of "${name}" has ${ratio.toFixed(2)} : 1`);
    }
  });
}

test("in forced colours a checker finds nothing in any state, and with less motion nothing moves", async (t) => {
  await states.page.emulateMedia({ forcedColors: "active", colorScheme: "dark", reducedMotion: "reduce" });
  const found: string[] = [];
  const moving: string[] = [];
  for (const state of ALL_STATES) {
    await states.show({ state, theme: "dark" });
    const names = await states.page.evaluate(() =>
      [...document.querySelectorAll("lightfield-uploader, lightfield-files")].flatMap((host) =>
        (host.shadowRoot?.getAnimations() ?? []).map((one) => (one as CSSAnimation).animationName ?? "a transition"),
      ),
    );
    moving.push(...names.map((name) => `${state}: ${name}`));
    // The colours are the browser's then; the checker takes the text's from a property that is not drawn with.
    found.push(...(await states.axe({ without: ["color-contrast"] })).violations.map((what) => `${state}: ${what}`));
  }
  t.diagnostic(`axe, forced colours: ${ALL_STATES.length} states, ${found.length} violations`);
  assert.deepEqual(moving, []);
  assert.deepEqual(found, []);
});
