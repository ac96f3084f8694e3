import type { ElementHandle, Page } from "puppeteer-core";
import puppeteer from "puppeteer-core";
import { chromiumArgs, findFirefox, findTestChromium } from "../../support/browsers.mjs";
import { PATIENCE_MS } from "../waiting.ts";
import { asText, type EngineBrowser, type EnginePage, FIND_INPUT } from "./engine.ts";

/** Real Firefox over WebDriver BiDi. */
export const launchFirefox = () => launch({ browser: "firefox", executablePath: findFirefox() });

export const launchChromium = () =>
  launch({ browser: "chrome", executablePath: findTestChromium(), args: chromiumArgs() });

interface Launch {
  readonly browser: "chrome" | "firefox";
  readonly executablePath: string | null;
  readonly args?: string[];
}

async function launch({ executablePath, ...options }: Launch): Promise<EngineBrowser> {
  if (!executablePath) throw new Error(`There is no ${options.browser}.`);
  const browser = await puppeteer.launch({ ...options, executablePath, headless: true, protocolTimeout: PATIENCE_MS });
  return {
    async open(url) {
      const page = await browser.newPage();
      page.on("dialog", (dialog) => void dialog.accept().catch(() => {}));
      const opened = new PuppeteerPage(page);
      await opened.goto(url);
      return opened;
    },
    close: () => browser.close(),
  };
}

class PuppeteerPage implements EnginePage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async goto(url: string): Promise<void> {
    await this.#page.goto(url, { timeout: PATIENCE_MS });
  }

  evaluate<A, T>(run: (argument: A) => T | Promise<T>, argument: A): Promise<T> {
    return this.#page.evaluate(`(${asText(run)})(${JSON.stringify(argument) ?? "undefined"})`) as Promise<T>;
  }

  async choose(paths: readonly string[]): Promise<void> {
    const input = (await this.#page.evaluateHandle(`(${FIND_INPUT})()`)) as unknown as ElementHandle<HTMLInputElement>;
    await input.uploadFile(...paths);
  }

  close(): Promise<void> {
    return this.#page.close();
  }
}
