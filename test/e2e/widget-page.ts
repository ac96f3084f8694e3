import type { BrowserContext, CDPSession, Locator, Page } from "playwright-core";
import type { LightfieldUploader } from "../../src/index.ts";
import { Complaints } from "./complaints.ts";
import { PATIENCE_MS, until } from "./waiting.ts";

/** What a page can read of an upload, as plain values. */
export interface SeenUpload {
  readonly id: string;
  readonly name: string;
  readonly folder: string;
  readonly status: string;
  readonly step: string | null;
  readonly sentBytes: number;
  readonly confirmedBytes: number;
  readonly md5: string | null;
  readonly fileId: string | null;
  readonly remoteStatus: string | null;
  readonly error: string | null;
}

/** The invisible characters that keep a right-to-left name from disturbing the sentence around it (Unicode UAX 9). */
const ISOLATES = "\u2066\u2067\u2068\u2069";

/** As text, so that it is run as it is written. */
const COUNT_CHECKPOINTS = `(async () => {
  const result = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  let count = 0;
  for (const { name } of await indexedDB.databases()) {
    const database = await result(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      count += await result(database.transaction(store).objectStore(store).count());
    }
    database.close();
  }
  return count;
})()`;

/** Time in milliseconds between two looks of a page at its own uploads. */
const POLLING_MS = 20;
/** The same for states that last: a look at many uploads takes as long as sending one of them. */
const SETTLED_POLLING_MS = 100;

const SETTLED = ["succeeded", "failed", "cancelled"];

/** A page with the widget on it, used the way people and pages use it. */
export class WidgetPage {
  readonly page: Page;
  readonly complaints: Complaints;
  readonly #cdp: CDPSession;

  private constructor(page: Page, cdp: CDPSession) {
    this.page = page;
    this.#cdp = cdp;
    this.complaints = new Complaints(page);
  }

  static async open(context: BrowserContext, url: string): Promise<WidgetPage> {
    const page = await context.newPage();
    const widget = new WidgetPage(page, await context.newCDPSession(page));
    await page.goto(url);
    await page.waitForFunction(() => document.querySelector("lightfield-uploader")?.shadowRoot);
    return widget;
  }

  /** A trusted drop of files and folders from the disk, as from a file manager, on the drop zone or elsewhere. */
  async drop(paths: readonly string[], on: Locator = this.#zone): Promise<void> {
    await this.drag(["dragEnter", "dragOver", "drop"], paths, on);
  }

  /** A part of a drag. `operations` are those that the source allows, as bits: 1 to copy, 2 to link, 16 to move. */
  async drag(
    types: readonly ("dragEnter" | "dragOver" | "dragCancel" | "drop")[],
    paths: readonly string[],
    on: Locator = this.#zone,
    operations = 1,
  ): Promise<void> {
    const box = await boxOf(on);
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const data = { items: [], files: [...paths], dragOperationsMask: operations };
    for (const type of types) await this.#cdp.send("Input.dispatchDragEvent", { type, x, y, data });
  }

  /** Chooses files by the button, through the browser's own file dialog. */
  async pick(paths: readonly string[]): Promise<void> {
    const chosen = this.page.waitForEvent("filechooser");
    await this.page.locator("lightfield-uploader").locator('[part~="browse-button"]').click();
    await (await chosen).setFiles([...paths]);
  }

  /** Files that cannot exist on a disk, handed over by the page's own script. */
  async addFile(name: string, content: string, type = "text/plain"): Promise<void> {
    await this.page.evaluate(
      ([fileName, text, mimeType]) => {
        const widget = document.querySelector<LightfieldUploader>("lightfield-uploader");
        widget?.addFiles([new File([text], fileName, { type: mimeType })]);
      },
      [name, content, type] as const,
    );
  }

  async uploads(): Promise<SeenUpload[]> {
    // As text: the driver describes each value of an object by itself, which takes far longer for many uploads.
    const text = await this.page.evaluate(() => {
      const widget = document.querySelector<LightfieldUploader>("lightfield-uploader");
      const uploads = (widget?.uploads ?? []).map((upload) => ({
        id: upload.id,
        name: upload.name,
        folder: upload.folder,
        status: upload.status,
        step: upload.step,
        sentBytes: upload.sentBytes,
        confirmedBytes: upload.confirmedBytes,
        md5: upload.md5,
        fileId: upload.remote?.id ?? null,
        remoteStatus: upload.remote?.status ?? null,
        error: upload.error ? `${upload.error.code}: ${upload.error.message}` : null,
      }));
      return JSON.stringify(uploads);
    });
    return JSON.parse(text);
  }

  /**
   * All that were added, once none of them changes by itself any more.
   *
   * @param patienceMs limit in milliseconds, which each upload that ends restarts: a busy machine takes long for many
   */
  async settled(count: number, patienceMs = PATIENCE_MS): Promise<SeenUpload[]> {
    for (let before = 0, areAll = false; !areAll; ) {
      const seen = await this.#waitFor(
        ([expected, settled, known]) => {
          const widget = document.querySelector<LightfieldUploader>("lightfield-uploader");
          const uploads = widget?.uploads ?? [];
          const ended = uploads.filter((upload) => settled.includes(upload.status)).length;
          const areAll = uploads.length === expected && ended === expected;
          return areAll || ended > known ? { ended, areAll } : null;
        },
        [count, SETTLED, before] as const,
        { timeout: patienceMs, polling: SETTLED_POLLING_MS },
      );
      before = seen.ended;
      areAll = seen.areAll;
    }
    return this.uploads();
  }

  /** The first upload, once it is as described. */
  async first(expected: Partial<Pick<SeenUpload, "status" | "step">>): Promise<SeenUpload> {
    await this.#waitFor((wanted) => {
      const first = document.querySelector<LightfieldUploader>("lightfield-uploader")?.uploads[0];
      return (
        first && (!wanted.status || first.status === wanted.status) && (!wanted.step || first.step === wanted.step)
      );
    }, expected);
    const [upload] = await this.uploads();
    if (!upload) throw new Error("The upload is gone.");
    return upload;
  }

  /** Waits until the browser has stored what a later visit needs to resume an upload. */
  async hasStoredCheckpoint(count = 1): Promise<void> {
    const stored = () => this.page.evaluate<number>(COUNT_CHECKPOINTS);
    await until(`the browser has stored ${count} checkpoints`, async () => (await stored()) >= count);
  }

  /**
   * Lets the requests that the page starts from now on crawl, so that a test can look at an upload for as long as it wants;
   * null lets them go.
   */
  async throttleUploads(bytesPerSecond: number | null): Promise<void> {
    const conditions = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: bytesPerSecond ?? -1 };
    // Without it throttling does nothing; with it the browser reports each request of the page a second time.
    await this.#cdp.send("Network.enable");
    await this.#cdp.send("Network.emulateNetworkConditions", conditions);
  }

  /** Everything that the widget says. A name may be shown in two pieces, so that its end stays visible. */
  async text(): Promise<string> {
    const text = await this.page.evaluate(() => {
      const root = document.querySelector("lightfield-uploader")?.shadowRoot;
      const shown = [...(root?.children ?? [])].filter((child) => child instanceof HTMLElement);
      // biome-ignore lint/performance/useDomNodeTextContent: what people can see is asked for, not what is in the markup
      return shown.map((child) => child.innerText).join(" ");
    });
    return plain(text).replaceAll("\n", " ");
  }

  /** Waits until the widget says it. */
  async says(sentence: RegExp): Promise<void> {
    let text = "";
    try {
      await until(`the widget says ${sentence}`, async () => {
        text = await this.text();
        return sentence.test(text);
      });
    } catch (cause) {
      throw new Error(`The widget does not say ${sentence}, but: ${text}`, { cause });
    }
  }

  /** The button that does this to the file of that name, by its accessible name. */
  button(
    verb: "Cancel" | "Retry" | "Remove" | "Pause" | "Resume" | "Choose another" | "Upload again" | "Continue",
    name: string,
  ): Locator {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const file = `[${ISOLATES}]?${escaped}[${ISOLATES}]?`;
    return this.page.getByRole("button", { name: new RegExp(`^${verb} ${file}( |$)|^${file}: ${verb}$`) });
  }

  /** Why the file of that name was not uploaded, in the words of its row; "" when the row says nothing. */
  async failureOf(name: string): Promise<string> {
    const uploads = await this.uploads();
    const index = uploads.findIndex((upload) => upload.name === name);
    const row = this.page.locator("lightfield-uploader").locator(`[data-row="${uploads[index]?.id}"]`);
    await until(`the row of ${name} is drawn`, async () => {
      if ((await row.count()) > 0) return true;
      await this.#scrollTo(index / uploads.length);
      return false;
    });
    await row.scrollIntoViewIfNeeded();
    return plain((await row.locator('[part~="error"]').textContent()) ?? "")
      .replace(/\s+/g, " ")
      .trim();
  }

  close(): Promise<void> {
    return this.page.context().close();
  }

  get #zone(): Locator {
    return this.page.locator("lightfield-uploader").locator('[part~="drop-zone"]');
  }

  /** Only rows in sight are drawn. */
  #scrollTo(fraction: number): Promise<void> {
    return this.page.evaluate(async (part) => {
      const list = document.querySelector("lightfield-uploader")?.shadowRoot?.querySelector("[part=file-list]");
      if (list) list.scrollTop = list.scrollHeight * part - list.clientHeight / 3;
      for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
    }, fraction);
  }

  /** On failure it tells how far the uploads got, which a bare timeout does not. */
  async #waitFor<T, R>(
    answerOf: (argument: T) => R,
    argument: T,
    { timeout = PATIENCE_MS, polling = POLLING_MS } = {},
  ): Promise<NonNullable<R>> {
    try {
      const handle = await this.page.waitForFunction(answerOf as () => R, argument, { timeout, polling });
      return (await handle.jsonValue()) as NonNullable<R>;
    } catch (cause) {
      const uploads = await this.uploads();
      const seen = uploads.map(
        ({ name, status, step, error }) => `${name}: ${[status, step, error].filter(Boolean).join(", ")}`,
      );
      const unsettled = seen.filter((_, index) => !SETTLED.includes(uploads[index]?.status ?? "")).slice(0, 5);
      const lines = [
        String(cause),
        `${uploads.length} uploads`,
        ...unsettled,
        ...seen.slice(0, 5),
        ...this.complaints.lines,
      ];
      throw new Error(lines.join("\n"), { cause });
    }
  }
}

function plain(text: string): string {
  return text.replace(new RegExp(`[${ISOLATES}]`, "g"), "");
}

/** Where the target of a drag is on the page, which may just be drawing it anew. */
async function boxOf(target: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  return until("the target of the drag is visible", async () => {
    await target.scrollIntoViewIfNeeded().catch(() => {});
    return target.boundingBox();
  });
}
