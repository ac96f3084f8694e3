import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Frame, Locator, Page } from "playwright-core";
import { Complaints } from "./complaints.ts";
import { openContext, type Stage } from "./support.ts";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

interface PlaygroundOptions extends BrowserContextOptions {
  /** Another browser than the stage's. */
  readonly browser?: Browser;
  /** Of the address. */
  readonly hash?: string;
}

/** The demo's playground, used the way people use it. */
export class PlaygroundPage {
  readonly page: Page;
  /** The page in the frame. */
  readonly frame: Frame;
  readonly element: Locator;
  readonly complaints: Complaints;

  private constructor(page: Page, frame: Frame, complaints: Complaints) {
    this.page = page;
    this.frame = frame;
    this.complaints = complaints;
    this.element = frame.locator("lightfield-uploader");
  }

  static async open(
    stage: Stage,
    { browser = stage.browser, hash = "", ...options }: PlaygroundOptions = {},
  ): Promise<PlaygroundPage> {
    const context = await openContext(browser, {
      viewport: { width: 1280, height: 900 },
      reducedMotion: "reduce",
      ...options,
    });
    const page = await context.newPage();
    const complaints = new Complaints(page);
    await page.goto(`${stage.demo.url}/playground.html${hash}`);
    await ready(page);
    const frame = page.frame({ url: /playground-stage/ });
    if (!frame) throw new Error("There is no stage.");
    return new PlaygroundPage(page, frame, complaints);
  }

  control(
    kind: "attribute" | "token" | "slot" | "part" | "property" | "event" | "method" | "sample",
    name: string,
  ): Locator {
    return this.page.locator(`[data-${kind}="${name}"]`);
  }

  async snippet(): Promise<string> {
    return (await this.page.locator("#snippet code").textContent()) ?? "";
  }

  /** The lines of the log, newest first. */
  get log(): Promise<string[]> {
    return this.page.locator("#events li").allInnerTexts();
  }

  async count(event: string): Promise<number> {
    return Number(await this.page.locator(`[data-count="${event}"]`).textContent());
  }

  /** A style of something of the element, as the browser computed it. */
  style(part: string, property: string): Promise<string> {
    return this.element
      .locator(`[part~="${part}"]`)
      .first()
      .evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await ready(this.page);
  }

  /** What an accessibility checker finds, on the page and on the stage. */
  async violations(): Promise<string[]> {
    for (const frame of this.page.frames()) await frame.addScriptTag({ path: AXE });
    const found = await this.page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      // Without it, everything that passes is described too, node by node.
      const { violations } = await axe.run({ resultTypes: ["violations"] });
      return violations;
    });
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    );
  }

  /** Fails if the page complained unexpectedly. */
  async close(): Promise<void> {
    await this.page.context().close();
    this.complaints.assertExpected();
  }
}

function ready(page: Page): Promise<void> {
  return page.locator("html[data-ready]").waitFor();
}
