import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Context } from "hono";
import { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { cors } from "hono/cors";
import { VISITOR_COOKIE } from "./authorize.ts";
import type { Backend } from "./backend.ts";
import { addFaultRoutes } from "./fault-routes.ts";
import { MEETING_ENDPOINT, type MeetingHost, NEW_MEETING_ENDPOINT } from "./meetings.ts";
import { withNavigation } from "./navigation.ts";
import { RESUMABLE_ENDPOINT, type Resumable } from "./resumable.ts";
import { strictPolicy } from "./security-headers.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const BUNDLE = join(ROOT, "dist");
const PAGES = join(ROOT, "demo", "pages");
const DOCS = join(ROOT, "demo", "dist-docs");
/** Output of Vite: the React and Vue pages and the panels. */
const BUILT_PAGES = join(ROOT, "demo", "dist");

export const ENDPOINT = "/api/uploads";

type Endpoint = (request: Request) => Promise<Response>;

export interface HostParts {
  readonly backend: Backend;
  readonly endpoint: Endpoint;
  readonly resumable: Resumable;
  readonly meetings: MeetingHost;
  readonly newMeetings: Endpoint;
  /** Second origin, from which a page loads the bundle. */
  readonly cdnUrl: string;
}

/** Web server of the demo: its pages, the element's bundle, and the endpoint that holds the API key. */
export function hostApp({ backend, endpoint, resumable, meetings, newMeetings, cdnUrl }: HostParts): Hono {
  const app = new Hono();

  for (const [path, answer] of [
    [ENDPOINT, endpoint],
    [RESUMABLE_ENDPOINT, resumable.endpoint],
    [MEETING_ENDPOINT, meetings.endpoint],
    [NEW_MEETING_ENDPOINT, newMeetings],
  ] as const) {
    app.all(path, (c) => answer(c.req.raw));
    app.all(`${path}/*`, (c) => answer(c.req.raw));
  }

  // For the demo's panel only. A product would show files from its own records.
  app.get("/api/server-files", async (c) => {
    const files = await backend.serverFiles((path) => endpoint(sameVisitor(c, path)));
    return c.json(files, 200, { "cache-control": "no-store" });
  });
  app.get("/api/server-files/:id/download", async (c) => {
    const answer = await endpoint(sameVisitor(c, `/${encodeURIComponent(c.req.param("id"))}/url`));
    if (!answer.ok) return c.text("Lightfield does not hand out this file.", 404);
    const { url } = (await answer.json()) as { url: string };
    return c.redirect(url);
  });

  meetings.addRoutes(app);
  addFaultRoutes(app, backend.emulator);

  app.use("/lightfield-uploader/*", folder(BUNDLE, "/lightfield-uploader"));
  app.use("/assets/*", folder(BUILT_PAGES, "/assets"));
  app.use("/static/*", folder(PAGES, "/static"));
  // The documentation, where `npm run docs` has built it.
  app.get("/docs", (c) => c.redirect("/docs/index.html"));
  app.get("/docs/", (c) => c.redirect("/docs/index.html"));
  app.use("/docs/*", folder(DOCS, "/docs"));

  app.get("/:page?", async (c, next) => {
    const page = c.req.param("page") ?? "index.html";
    if (!/^[a-z-]+\.html$/.test(page)) return next();
    const html = await readFile(join(PAGES, page), "utf8").catch(() => null);
    if (html === null) return next();
    rememberVisitor(c);
    if (page === "script-tag.html") c.header("content-security-policy", strictPolicy(backend.storageOrigin));
    c.header("cache-control", "no-cache");
    return c.html(withNavigation(html, page).replaceAll("https://cdn.example", cdnUrl));
  });

  return app;
}

/** A second origin that serves only the bundle, like a CDN. */
export function cdnApp(): Hono {
  const app = new Hono();
  // Headers that a module script from another origin needs, also on a cross-origin isolated page.
  app.use("*", cors({ origin: "*" }), async (c, next) => {
    await next();
    c.header("cross-origin-resource-policy", "cross-origin");
  });
  app.use("*", folder(BUNDLE, ""));
  return app;
}

function folder(root: string, prefix: string) {
  return serveStatic({
    root,
    rewriteRequestPath: (path) => path.slice(prefix.length),
    onFound: (_path, c) => c.header("cache-control", "no-cache"),
  });
}

/** Calls the endpoint as the visitor of a request. */
function sameVisitor(c: Context, path: string): Request {
  return new Request(new URL(ENDPOINT + path, c.req.url), { headers: { cookie: c.req.header("cookie") ?? "" } });
}

function rememberVisitor(c: Context): void {
  if (getCookie(c, VISITOR_COOKIE)) return;
  setCookie(c, VISITOR_COOKIE, crypto.randomUUID(), { path: "/", httpOnly: true, sameSite: "Lax" });
}
