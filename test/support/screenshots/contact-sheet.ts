import type { Photographer, View } from "./photographer.ts";
import { ORDINARY } from "./photographer.ts";

/** In these respects a few states are enough. */
const FEW = ["idle", "uploading", "error", "one-verified", "paste-text"];
const WIDTH = 480;

interface Shot extends Omit<View, "state"> {
  readonly label: string;
}

const light: Shot = { ...ORDINARY, width: WIDTH, label: "light" };
const dark: Shot = { ...light, scheme: "dark", label: "dark" };
const both = (rest: Partial<Shot>): Shot[] => [light, dark].map((shot) => ({ ...shot, ...rest }));

const OTHERS: Readonly<Record<string, readonly Shot[]>> = {
  "theme plain.css": both({ theme: "plain" }),
  "theme rounded.css": both({ theme: "rounded" }),
  "theme high-contrast.css": both({ theme: "high-contrast" }),
  "forced colours, and right to left": [
    { ...light, scheme: "forced" },
    { ...light, lang: "ar" },
  ],
  "320 and 200 pixels": [
    { ...light, width: 320 },
    { ...dark, width: 200 },
  ],
  "letters of 200 %": both({ text: "200" }),
};

/** One picture, WebP, of every state. */
export async function contactSheet(photographer: Photographer, states: readonly string[]): Promise<Buffer> {
  const every = [];
  for (const state of states) every.push(await figure(photographer, state, state, [light, dark]));
  const others = [];
  for (const [title, shots] of Object.entries(OTHERS)) {
    const figures = [];
    for (const state of FEW) figures.push(await figure(photographer, state, state, shots));
    others.push(`<h2>${title}</h2><section>${figures.join("")}</section>`);
  }
  return compose(photographer, `<section>${every.join("")}</section>${others.join("")}`);
}

async function figure(
  photographer: Photographer,
  state: string,
  caption: string,
  shots: readonly Shot[],
): Promise<string> {
  const images = [];
  for (const { label, ...view } of shots) {
    const png = await photographer.take({ ...view, state });
    const width = view.width === WIDTH ? "" : `style="inline-size:${view.width / 2}px"`;
    images.push(`<img alt="${state}, ${label}" ${width} src="data:image/png;base64,${png.toString("base64")}">`);
  }
  return `<figure><figcaption>${caption}</figcaption><div>${images.join("")}</div></figure>`;
}

const STYLES = `
  body { margin: 0; padding: 24px; inline-size: 1488px; background: #dfe2e8; font: 13px system-ui, sans-serif; color: #222 }
  section { columns: 3; column-gap: 18px }
  h2 { margin: 18px 0 8px; font-size: 18px }
  figure { margin: 0 0 14px; break-inside: avoid }
  figcaption { margin-block-end: 3px; font-weight: 600 }
  div { display: flex; align-items: start; gap: 4px }
  img { display: block; inline-size: 240px; border-radius: 3px }
`;

async function compose({ context }: Photographer, content: string): Promise<Buffer> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1536, height: 1000 });
  await page.setContent(`<!doctype html><style>${STYLES}</style>${content}`);
  await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  const { width, height } = await page.evaluate(() => document.documentElement.getBoundingClientRect());
  // The only way to WebP, a third as large as PNG.
  const devtools = await context.newCDPSession(page);
  const clip = { x: 0, y: 0, width, height, scale: 1 };
  const shot = { format: "webp", quality: 82, captureBeyondViewport: true, clip } as const;
  const { data } = await devtools.send("Page.captureScreenshot", shot);
  return Buffer.from(data, "base64");
}
