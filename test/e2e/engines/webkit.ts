import { findWebKit } from "../../support/browsers.mjs";
import { startWebKitDriver, webkitCapabilities } from "../../support/webkit-driver.mjs";
import { PATIENCE_MS } from "../waiting.ts";
import { asText, type EngineBrowser, type EnginePage, FIND_INPUT } from "./engine.ts";

/** Key under which WebDriver passes an element. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Answer of a script that ran in the page. */
type Outcome<T> = { readonly value: T } | { readonly error: string };

/** Real WebKit: WebKitGTK's browser by its own driver, over classic WebDriver. */
export async function launchWebKit(): Promise<EngineBrowser> {
  const programs = findWebKit();
  if (!programs) throw new Error("There is no WebKit.");
  const { port, stop } = await startWebKitDriver(programs);
  const driver = `http://127.0.0.1:${port}/session`;
  const created = await command<{ sessionId: string }>(driver, {
    capabilities: { alwaysMatch: webkitCapabilities(programs.browser) },
  });
  const session = `${driver}/${created.sessionId}`;
  await command(`${session}/timeouts`, { script: PATIENCE_MS, pageLoad: PATIENCE_MS });
  const windows = new Windows(session, await command<string>(`${session}/window`));
  return {
    async open(url) {
      const { handle } = await command<{ handle: string }>(`${session}/window/new`, { type: "tab" });
      const page = new WebKitPage(session, windows, handle);
      await page.goto(url);
      return page;
    },
    async close() {
      await command(session, undefined, "DELETE").catch(() => {});
      await stop();
    },
  };
}

/** The windows of a session, one of which gets its commands. */
class Windows {
  readonly #session: string;
  /** The window that stays open: the session ends with the last one. */
  readonly #first: string;
  #current: string;

  constructor(session: string, first: string) {
    this.#session = session;
    this.#first = first;
    this.#current = first;
  }

  async choose(handle: string): Promise<void> {
    if (handle !== this.#current) await command(`${this.#session}/window`, { handle });
    this.#current = handle;
  }

  async close(handle: string): Promise<void> {
    await this.choose(handle);
    await command(`${this.#session}/window`, undefined, "DELETE");
    await this.choose(this.#first);
  }
}

class WebKitPage implements EnginePage {
  readonly #session: string;
  readonly #windows: Windows;
  readonly #handle: string;

  constructor(session: string, windows: Windows, handle: string) {
    this.#session = session;
    this.#windows = windows;
    this.#handle = handle;
  }

  async goto(url: string): Promise<void> {
    await this.#send("url", { url });
  }

  async evaluate<A, T>(run: (argument: A) => T | Promise<T>, argument: A): Promise<T> {
    const script = `const [argument, done] = arguments;
      Promise.resolve(argument).then(${asText(run)}).then(
        (value) => done({ value: value === undefined ? null : value }),
        (error) => done({ error: String(error) + String(error.stack ?? "") }),
      );`;
    const outcome = await this.#send<Outcome<T>>("execute/async", { script, args: [argument ?? null] });
    if ("error" in outcome) throw new Error(outcome.error);
    return outcome.value;
  }

  async choose(paths: readonly string[]): Promise<void> {
    const script = `return (${FIND_INPUT})();`;
    const found = await this.#send<Record<string, string>>("execute/sync", { script, args: [] });
    await this.#send(`element/${found[ELEMENT]}/value`, { text: paths.join("\n") });
  }

  close(): Promise<void> {
    return this.#windows.close(this.#handle);
  }

  async #send<T>(path: string, body: object): Promise<T> {
    await this.#windows.choose(this.#handle);
    return command<T>(`${this.#session}/${path}`, body);
  }
}

/** One command of WebDriver; without a body it is a GET. */
async function command<T>(url: string, body?: object, method = body ? "POST" : "GET"): Promise<T> {
  const response = await fetch(url, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
  return value;
}
