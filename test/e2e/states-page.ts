import { createRequire } from "node:module";
import type { Result, RunOptions } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { FILES_STATES } from "../support/screenshots/files-states.ts";
import { STATES } from "../support/screenshots/states.ts";
import { Complaints, UPLOADER_LINE } from "./complaints.ts";
import { openBrowser, openStates } from "./shared-browser.mjs";
import { openContext } from "./support.ts";

export const ALL_STATES: readonly string[] = [...Object.keys(STATES), ...Object.keys(FILES_STATES)];
export const THEMES = ["light", "dark"] as const;

export interface Shown {
  /** One of `ALL_STATES`; without it a list of `count` files. */
  readonly state?: string;
  readonly count?: number;
  readonly lang?: "en" | "ar";
  readonly theme?: (typeof THEMES)[number];
}

export interface Verdict {
  readonly violations: readonly string[];
  /** What a person has to look at. */
  readonly undecided: readonly string[];
  /** The text that is closest to its background, with the ratio of their luminances. */
  readonly lowest: { readonly ratio: number; readonly of: string } | null;
  /** How many texts were measured. */
  readonly texts: number;
}

/** Named one by one: `target-size`, for one, is off unless its tag is asked for. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

function optionsWithout(rules: readonly string[]): RunOptions {
  return {
    runOnly: { type: "tag", values: TAGS },
    rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: false }])),
  };
}

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What the elements tell the developer in some of the states. */
const TOLD_TO_DEVELOPERS = [UPLOADER_LINE];

/** A browser, and the page that puts the elements into any state: real layout, scripted uploads. */
export class StatesPage {
  readonly page: Page;
  readonly complaints: Complaints;
  readonly #browser: Browser;
  readonly #states: Awaited<ReturnType<typeof openStates>>;

  private constructor(page: Page, browser: Browser, states: Awaited<ReturnType<typeof openStates>>) {
    this.page = page;
    this.complaints = new Complaints(page);
    page.on("framenavigated", () => this.complaints.allow(...TOLD_TO_DEVELOPERS));
    this.#browser = browser;
    this.#states = states;
  }

  static async open(options: BrowserContextOptions = {}): Promise<StatesPage> {
    const states = await openStates();
    const browser = await openBrowser();
    const context = await openContext(browser, { reducedMotion: "reduce", ...options });
    return new StatesPage(await context.newPage(), browser, states);
  }

  async show({ state, count, lang = "en", theme = "light" }: Shown): Promise<void> {
    const query = `${new URLSearchParams({ lang, theme, ...(state ? { state } : { count: String(count) }) })}`;
    if (this.page.url() === "about:blank") {
      await this.page.goto(`${this.#states.url}?${query}`);
      await this.page.locator("html[data-ready]").waitFor({ state: "attached" });
      return;
    }
    this.complaints.allow(...TOLD_TO_DEVELOPERS);
    await this.page.evaluate((next) => (window as unknown as { show(query: string): Promise<void> }).show(next), query);
  }

  async setTheme(theme: (typeof THEMES)[number]): Promise<void> {
    await this.page.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
  }

  /** What the checker says of the whole page, with everything unfolded. */
  async axe({ without = [] }: { without?: readonly string[] } = {}): Promise<Verdict> {
    if (!(await this.page.evaluate(() => "axe" in window))) await this.page.addScriptTag({ path: AXE });
    const { violations, incomplete, contrasts } = await this.page.evaluate(async (options) => {
      for (const host of document.querySelectorAll("lightfield-uploader, lightfield-files")) {
        for (const details of host.shadowRoot?.querySelectorAll("details") ?? []) details.open = true;
      }
      const { axe } = window as unknown as { axe: typeof import("axe-core") };
      const { violations, incomplete, passes } = await axe.run(options);
      const texts = passes.find(({ id }) => id === "color-contrast")?.nodes ?? [];
      const contrasts = texts.flatMap(({ any, target }) =>
        any.map(({ data }) => ({ ratio: Number(data?.contrastRatio), of: String(target.flat().at(-1)) })),
      );
      return { violations, incomplete, contrasts: contrasts.filter(({ ratio }) => ratio > 0) };
    }, optionsWithout(without));
    const [lowest = null] = contrasts.sort((a, b) => a.ratio - b.ratio);
    return { violations: told(violations), undecided: told(incomplete), lowest, texts: contrasts.length };
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await this.#states.close();
  }
}

function told(results: readonly Result[]): string[] {
  return results.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = "" }) => {
      const why = failureSummary.split("\n").slice(1).join(" ").trim();
      return `${id}: ${target.flat().at(-1)}: ${why}`;
    }),
  );
}
