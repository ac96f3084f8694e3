import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { chromiumLaunch } from "../browsers.mjs";
import { type SourceServer, serveSources } from "../source-server.ts";

export interface View {
  readonly state: string;
  readonly scheme: "light" | "dark" | "forced";
  /** A ready theme. */
  readonly theme: "none" | "plain" | "rounded" | "high-contrast";
  /** Of the page, in pixels. */
  readonly width: number;
  /** Of the reader's letters, in per cent. */
  readonly text: "100" | "200";
  readonly lang: string;
  readonly dir: "auto" | "ltr" | "rtl";
}

export const ORDINARY: Omit<View, "state"> = {
  scheme: "light",
  theme: "none",
  width: 320,
  text: "100",
  lang: "en",
  dir: "auto",
};

/** A browser and the page that puts the elements into any state. */
export class Photographer {
  /** What went wrong on the page. */
  readonly errors: string[] = [];
  readonly context: BrowserContext;
  readonly #browser: Browser;
  readonly #page: Page;
  readonly #server: SourceServer;
  /** What the page shows now. */
  #shown = "";

  private constructor(browser: Browser, context: BrowserContext, page: Page, server: SourceServer) {
    this.#browser = browser;
    this.context = context;
    this.#page = page;
    this.#server = server;
    page.on("pageerror", (error) => this.errors.push(String(error)));
  }

  static async open(): Promise<Photographer> {
    const server = await serveSources();
    const browser = await chromium.launch(chromiumLaunch());
    const context = await browser.newContext({ deviceScaleFactor: 2, reducedMotion: "reduce" });
    return new Photographer(browser, context, await context.newPage(), server);
  }

  /** A PNG of the page's body. */
  async take({ state, scheme, theme, width, text, lang, dir }: View): Promise<Buffer> {
    const page = this.#page;
    await page.setViewportSize({ width, height: 1000 });
    await page.emulateMedia({
      forcedColors: scheme === "forced" ? "active" : "none",
      colorScheme: scheme === "dark" ? "dark" : "light",
    });
    const shown = `${new URLSearchParams({ state, lang, dir, look: theme, text })}`;
    if (shown !== this.#shown) {
      await page.goto(`${this.#server.url}test/support/screenshots/index.html?${shown}`);
      await page.locator("html[data-ready]").waitFor();
      this.#shown = shown;
    }
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, scheme);
    return page.locator("body").screenshot();
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }
}
