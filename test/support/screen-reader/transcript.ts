/**
 * Writes what Orca speaks over one upload, one failure and one form into `demo/docs/accessibility.md`:
 *
 *     npm run build
 *     dbus-run-session -- npx tsx test/support/screen-reader/transcript.ts
 *
 * The packages that it needs are in `desktop.mjs`. Firefox is driven by keys as a user presses them; only files are chosen by
 * the script, because the dialog for that is the system's.
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import puppeteer, { type HTTPRequest, type Page } from "puppeteer-core";
import { type FormServer, startFormServer } from "../../e2e/form-server.ts";
import { findFirefox } from "../browsers.mjs";
import { Desktop, sleep } from "./desktop.mjs";

const DOCS = join(import.meta.dirname, "../../../demo/docs/accessibility.md");
const HEADING = "## What Orca speaks";
const UPLOADER = "lightfield-uploader";

interface Step {
  readonly what: string;
  readonly heard: readonly string[];
}

interface Story {
  readonly title: string;
  readonly steps: readonly Step[];
}

/** One story on a page of its own, step by step. */
class Teller {
  readonly steps: Step[] = [];
  readonly page: Page;
  readonly #desktop: Desktop;

  constructor(page: Page, desktop: Desktop) {
    this.page = page;
    this.#desktop = desktop;
  }

  /** @param act what the user does; undefined for a step in which only time passes */
  async step(what: string, act?: () => Promise<unknown>): Promise<void> {
    await act?.();
    this.steps.push({ what, heard: await this.#desktop.heard() });
  }

  press(...keys: readonly string[]): () => Promise<void> {
    return () => this.#desktop.press(...keys);
  }

  async choose(name: string): Promise<void> {
    await this.page.evaluate((file) => {
      const element = document.querySelector("lightfield-uploader") as HTMLElement & { addFiles(files: File[]): void };
      element.addFiles([new File(["WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n"], file, { type: "text/vtt" })]);
    }, name);
  }
}

/** Opens the form with these attributes of the element, and moves the focus to the beginning of the page. */
async function openForm(page: Page, desktop: Desktop, server: FormServer, element: string): Promise<Teller> {
  await page.goto(`${server.url}/form?${new URLSearchParams({ element })}`);
  await page.waitForSelector(`${UPLOADER} >>> [part=browse-button]`);
  // A click of the system: one of the driver would leave the focus in the browser's own bar.
  await desktop.click(500, 700);
  await sleep(1000);
  await desktop.heard();
  return new Teller(page, desktop);
}

async function upload(page: Page, desktop: Desktop, server: FormServer): Promise<Story> {
  const on = await openForm(page, desktop, server, "multiple");
  await on.step("Tab", on.press("Tab"));
  await on.step("chooses interview.vtt", () => on.choose("interview.vtt"));
  await on.step("Tab", on.press("Tab"));
  return { title: "One upload", steps: on.steps };
}

async function failure(page: Page, desktop: Desktop, server: FormServer): Promise<Story> {
  const on = await openForm(page, desktop, server, "multiple");
  const refuse = (request: HTTPRequest) => {
    const isCall = request.method() === "POST" && request.url().includes("/api/uploads");
    return isCall ? request.respond({ status: 401, contentType: "application/json", body: "{}" }) : request.continue();
  };
  await page.setRequestInterception(true);
  page.on("request", refuse);
  await on.step("chooses notes.vtt; the server answers 401", () => on.choose("notes.vtt"));
  page.off("request", refuse);
  await page.setRequestInterception(false);
  await on.step("Tab", on.press("Tab"));
  await on.step("Tab", on.press("Tab"));
  await on.step("Enter", on.press("Return"));
  return { title: "One failure, and its retry", steps: on.steps };
}

async function form(page: Page, desktop: Desktop, server: FormServer): Promise<Story> {
  const on = await openForm(page, desktop, server, 'name="transcripts" required multiple');
  await on.step("Tab", on.press("Tab"));
  await on.step("Tab, Tab: the form's own controls", on.press("Tab", "Tab"));
  await on.step("Enter, with no file chosen", on.press("Return"));
  await on.step("chooses minutes.vtt", () => on.choose("minutes.vtt"));
  await on.step("Tab, Tab, Tab, to the form's button", on.press("Tab", "Tab", "Tab"));
  await on.step("Enter: the form is submitted", on.press("Return"));
  return { title: "One form, which requires a file", steps: on.steps };
}

function markdown(stories: readonly Story[], versions: string): string {
  const cell = (text: string) => text.replaceAll("|", "\\|").replace(/\s+/g, " ");
  const tables = stories.map(({ title, steps }) => {
    const rows = steps.map(({ what, heard }) => `| ${cell(what)} | ${heard.map(cell).join("<br>") || "–"} |`);
    return `### ${title}\n\n| The user | Orca speaks |\n| --- | --- |\n${rows.join("\n")}\n`;
  });
  return `${HEADING}

Recorded with ${versions} by \`test/support/screen-reader/transcript.ts\`: every line is what reached the speech
synthesizer, in its order. Echoes of keys are left out.

${tables.join("\n")}`;
}

const folder = await mkdtemp(join(tmpdir(), "orca-"));
const server = await startFormServer(() => {});
const desktop = await Desktop.start(folder);
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: findFirefox() ?? "firefox",
  headless: false,
  env: desktop.env,
  defaultViewport: null,
  extraPrefsFirefox: { "accessibility.force_disabled": -1, "browser.aboutwelcome.enabled": false },
});
try {
  const [page = await browser.newPage()] = await browser.pages();
  const stories = [];
  for (const tell of [upload, failure, form]) stories.push(await tell(page, desktop, server));
  const versions = `Orca ${await desktop.version("orca")} and ${(await browser.version()).replace("/", " ")}`;
  const [before = ""] = (await readFile(DOCS, "utf8")).split(`\n${HEADING}`);
  await writeFile(DOCS, `${before.trimEnd()}\n\n${markdown(stories, versions)}`);
} finally {
  await browser.close();
  await desktop.stop();
  await server.close();
  await rm(folder, { recursive: true, force: true });
}
