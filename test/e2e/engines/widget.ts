import type { LightfieldUploader } from "../../../src/index.ts";
import { until } from "../waiting.ts";
import type { SeenUpload } from "../widget-page.ts";
import type { EnginePage } from "./engine.ts";

/** A file that the page's own script makes; the same one whenever name and content are the same. */
export interface MadeFile {
  readonly name: string;
  readonly content: string;
  readonly type?: string;
}

type Upload = Pick<SeenUpload, "id" | "name" | "folder" | "status" | "md5" | "error">;

/** The demo's page with the widget on it, in any engine. */
export class EngineWidget {
  readonly page: EnginePage;

  private constructor(page: EnginePage) {
    this.page = page;
  }

  /** Waits for the widget of a page, and from then on keeps what its console gets. */
  static async on(page: EnginePage): Promise<EngineWidget> {
    await until("the widget is there", () =>
      page.evaluate(() => Boolean(document.querySelector("lightfield-uploader:defined")?.shadowRoot), undefined),
    );
    await page.evaluate(() => {
      const lines: string[] = [];
      Object.assign(window, { lines });
      for (const level of ["warn", "error"] as const) {
        console[level] = (...words: unknown[]) => void lines.push(words.map(String).join(" "));
      }
    }, undefined);
    return new EngineWidget(page);
  }

  /** Sets properties of the element. */
  set(properties: Partial<Record<keyof LightfieldUploader, unknown>>): Promise<void> {
    return this.page.evaluate(async (given) => {
      await customElements.whenDefined("lightfield-uploader");
      const element = document.querySelector<LightfieldUploader>("lightfield-uploader");
      await Object.assign(element ?? {}, given).updateComplete;
    }, properties);
  }

  add(...files: readonly MadeFile[]): Promise<void> {
    return this.page.evaluate(async (made) => {
      await customElements.whenDefined("lightfield-uploader");
      const element = document.querySelector<LightfieldUploader>("lightfield-uploader");
      element?.addFiles(
        made.map(({ content, name, type = "" }) => new File([content], name, { type, lastModified: 0 })),
      );
    }, files);
  }

  uploads(): Promise<readonly Upload[]> {
    return this.page.evaluate(() => {
      const { uploads = [] } = document.querySelector<LightfieldUploader>("lightfield-uploader") ?? {};
      return uploads.map(({ id, name, folder, status, md5, error }) => ({
        id,
        name,
        folder,
        status,
        md5,
        error: error ? `${error.code}: ${error.message}` : null,
      }));
    }, undefined);
  }

  /** Waits until the uploads have these statuses, in their order. */
  async reaches(...statuses: readonly string[]): Promise<readonly Upload[]> {
    let uploads: readonly Upload[] = [];
    try {
      await until(`the uploads are ${statuses}`, async () => {
        uploads = await this.uploads();
        return uploads.map(({ status }) => status).join() === statuses.join();
      });
    } catch (cause) {
      throw new Error(`${JSON.stringify(uploads)}\n${await this.text()}`, { cause });
    }
    return uploads;
  }

  /** Everything that the widget says, without the characters that isolate names. */
  async text(): Promise<string> {
    const text = await this.page.evaluate(() => {
      const root = document.querySelector("lightfield-uploader")?.shadowRoot;
      const shown = [...(root?.children ?? [])].filter((child) => child instanceof HTMLElement);
      // biome-ignore lint/performance/useDomNodeTextContent: what people can see is asked for, not what is in the markup
      return shown.map((child) => child.innerText).join(" ");
    }, undefined);
    return text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ");
  }

  async says(sentence: RegExp): Promise<void> {
    let text = "";
    await until(`the widget says ${sentence}`, async () => {
      text = await this.text();
      return sentence.test(text);
    }).catch((cause: unknown) => {
      throw new Error(`The widget does not say ${sentence}, but: ${text}`, { cause });
    });
  }

  /** Waits for a line on the console. */
  async logs(line: RegExp): Promise<void> {
    let lines: readonly string[] = [];
    await until(`the console gets ${line}`, async () => {
      lines = await this.page.evaluate(() => (window as unknown as { lines: string[] }).lines, undefined);
      return lines.some((one) => line.test(one));
    }).catch((cause: unknown) => {
      throw new Error(`The console did not get ${line}, but: ${lines.join("\n")}`, { cause });
    });
  }

  /** Presses the first button of that part, once it is there. */
  async press(part: string): Promise<void> {
    await until(`there is a button ${part}`, () =>
      this.page.evaluate((wanted) => {
        const root = document.querySelector("lightfield-uploader")?.shadowRoot;
        const button = root?.querySelector<HTMLElement>(`[part~="${wanted}"]`);
        button?.click();
        return Boolean(button);
      }, part),
    );
  }

  /** Value of an attribute of the first progress bar. */
  progress(attribute: string): Promise<string | null> {
    return this.page.evaluate((name) => {
      const root = document.querySelector("lightfield-uploader")?.shadowRoot;
      return root?.querySelector('[part~="progress"]')?.getAttribute(name) ?? null;
    }, attribute);
  }
}
