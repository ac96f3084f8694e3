import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { createTokenEndpoint } from "lightfield-uploader/server";
import { type RunningEmulator, startEmulator } from "../../demo/emulator/index.ts";
import { listen } from "../../demo/host/listen.ts";
import { NO_RATE_LIMIT } from "./support.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/** One form as the server got it. */
export interface Received {
  readonly type: string;
  /** "name=value", in the order in which they came. */
  readonly fields: readonly string[];
}

/** A site with one form on it, in front of a local Lightfield. */
export interface FormServer {
  readonly url: string;
  readonly emulator: RunningEmulator;
  /** For the files that a test picks. */
  readonly sourceDir: string;
  /** All forms so far. */
  readonly received: Received[];
  close(): Promise<void>;
}

/**
 * `/form` takes the element's attributes (`element`), the form's (`form`) and the `Cache-Control` of the page (`cache`);
 * `label=none` leaves the label out. `POST /submit` answers with what it got.
 */
export async function startFormServer(print: (line: string) => void): Promise<FormServer> {
  if (!existsSync(join(ROOT, "dist", "lightfield-uploader.js"))) throw new Error('Run "npm run build" first.');
  const folder = await mkdtemp(join(tmpdir(), "lightfield-form-"));
  const emulator = await startEmulator({ dataDir: join(folder, "stored"), ...NO_RATE_LIMIT });
  const endpoint = createTokenEndpoint({
    apiKey: emulator.apiKey,
    baseUrl: emulator.apiUrl,
    secret: "a secret of the tests, long enough to sign with",
    basePath: "/api/uploads",
    authorize: () => true,
  });
  const received: Received[] = [];

  const app = new Hono();
  app.all("/api/uploads", (c) => endpoint(c.req.raw));
  app.all("/api/uploads/*", (c) => endpoint(c.req.raw));
  app.use(
    "/lightfield-uploader/*",
    serveStatic({
      root: join(ROOT, "dist"),
      rewriteRequestPath: (path) => path.slice("/lightfield-uploader".length),
    }),
  );
  app.get("/form", (c) => {
    const { element = "", form = "", cache = "no-cache", label } = c.req.query();
    c.header("cache-control", cache);
    return c.html(formPage(element, form, label !== "none"));
  });
  app.get("/favicon.ico", (c) => c.body(null, 204));
  app.get("/elsewhere", (c) => c.html(page("<p>Elsewhere</p>")));
  app.post("/submit", async (c) => {
    const type = c.req.header("content-type")?.split(";")[0] ?? "";
    const fields = [...(await c.req.formData())].map(([name, value]) => `${name}=${value}`);
    received.push({ type, fields });
    print(`POST /submit ${type}: ${fields.join(" ")}`);
    return c.html(page(`<pre>${fields.map(escaped).join("\n")}</pre>`));
  });

  const { url, close } = await listen(app, 0);
  return {
    url,
    emulator,
    sourceDir: folder,
    received,
    async close() {
      await close();
      await emulator.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function formPage(element: string, form: string, hasLabel: boolean): string {
  return page(`
    <script type="module" src="/lightfield-uploader/lightfield-uploader.js"></script>
    <form action="/submit" method="post" ${form}>
      ${hasLabel ? '<label for="files">Transcripts</label>' : ""}
      <fieldset>
        <lightfield-uploader id="files" endpoint="/api/uploads" ${element}></lightfield-uploader>
      </fieldset>
      <input name="note" value="weekly" />
      <button name="action" value="publish">Publish</button>
      <button name="action" value="draft" formnovalidate>Save as draft</button>
      <button type="reset">Reset</button>
    </form>
    <a href="/elsewhere">Elsewhere</a>`);
}

function page(body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8" /><title>A form</title><body>${body}</body></html>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
