import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { basename } from "node:path";
import { getRequestListener } from "@hono/node-server";
import type { Browser } from "playwright-core";
import { type Backend, openBackend } from "../compat/backend.ts";
import { openBrowser } from "./shared-browser.mjs";

const DIST = new URL("../../dist/", import.meta.url);
const LISTENER = `document.querySelector("lightfield-uploader")?.addEventListener("upload-success", (event) => {
  console.log("Uploaded", event.detail.upload.remote.id);
});`;
const TAG = '<lightfield-uploader endpoint="/api/uploads" purpose="meeting_transcript"></lightfield-uploader>';

/** Address of the script on the site itself. */
export const OWN_SCRIPT = "/dist/lightfield-uploader.js";

export interface SitePage {
  readonly headers?: Readonly<Record<string, string>>;
  readonly head: string;
  /** Default: the uploader. */
  readonly body?: string;
  /** Default: "en". */
  readonly language?: string;
}

/** A site with the built scripts and an endpoint, and another origin with the same scripts. */
export class ScriptTagSite {
  readonly backend: Backend;
  readonly browser: Browser;
  /** Pages by path. */
  readonly pages = new Map<string, SitePage>();
  /** Scripts of a test by path, beside those of the package in /dist. */
  readonly scripts = new Map<string, string>([["/listener.js", LISTENER]]);
  readonly #servers: Server[] = [];
  origin = "";
  cdn = "";

  private constructor(backend: Backend, browser: Browser) {
    this.backend = backend;
    this.browser = browser;
  }

  /** @param grant what every user may upload; default: transcripts */
  static async open(grant?: Parameters<typeof openBackend>[0]): Promise<ScriptTagSite> {
    const site = new ScriptTagSite(await openBackend(grant), await openBrowser());
    site.origin = await site.#listen(false);
    site.cdn = await site.#listen(true);
    return site;
  }

  async close(): Promise<void> {
    await this.browser.close();
    for (const server of this.#servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
    await this.backend.close();
  }

  async #listen(isCdn: boolean): Promise<string> {
    const uploads = getRequestListener(this.backend.endpoint, { overrideGlobalObjects: false });
    const shared = isCdn ? { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" } : {};
    const server = createServer(async (req, res) => {
      const path = new URL(req.url ?? "/", "http://page").pathname;
      if (path.startsWith("/dist/")) {
        const script = await readFile(new URL(basename(path), DIST)).catch(() => null);
        return void res.writeHead(script ? 200 : 404, { "content-type": "text/javascript", ...shared }).end(script);
      }
      const script = this.scripts.get(path);
      if (script !== undefined) {
        return void res.writeHead(200, { "content-type": "text/javascript", ...shared }).end(script);
      }
      if (isCdn) return void res.writeHead(404).end();
      if (path.startsWith("/api/uploads")) return void uploads(req, res);
      const page = this.pages.get(path);
      if (!page) return void res.writeHead(204).end();
      const { headers, head, body = TAG, language = "en" } = page;
      res.writeHead(200, { "content-type": "text/html", ...headers });
      res.end(
        `<!doctype html><html lang="${language}"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`,
      );
    });
    this.#servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
}

/** Tags of the element's script and of the page's own. */
export const scriptTags = (address: string, attributes = ""): string =>
  `<script type="module" src="${address}"${attributes}></script><script type="module" src="/listener.js"${attributes}></script>`;
