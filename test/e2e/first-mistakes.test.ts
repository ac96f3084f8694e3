/** The mistakes of the first ten minutes: each is made on a real page against a real server, and leads to its line. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { openBrowser } from "./shared-browser.mjs";
import { PATIENCE_MS, until } from "./waiting.ts";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

interface Mistake {
  readonly code: string;
  readonly endpoint?: string;
  readonly attributes?: string;
  readonly policy?: string;
  /** Answer of the endpoint. */
  readonly reply?: (request: IncomingMessage, response: ServerResponse) => void;
  /** Part of the names of files that are not served. */
  readonly missing?: string;
  /** The element's sentence in English. */
  readonly says?: RegExp;
}

const refuse = (status: number, code?: string, type = "application/json") => ({
  reply: (_request: IncomingMessage, response: ServerResponse) => {
    const body = JSON.stringify({ error: { type: "error", message: "The server's own words.", code } });
    response.writeHead(status, { "content-type": type }).end(type.includes("json") ? body : "<!doctype html>No");
  },
});

const MISTAKES: Readonly<Record<string, Mistake>> = {
  "no endpoint": { code: "endpoint-missing", endpoint: "" },
  "no route at the endpoint": { code: "endpoint-not-found", ...refuse(404, undefined, "text/html") },
  "a static server at the endpoint": { code: "endpoint-method", ...refuse(405, undefined, "text/html") },
  "the index page at the endpoint": { code: "endpoint-not-json", ...refuse(200, undefined, "text/html") },
  "a redirect to the login": {
    code: "unauthorized",
    reply: (_request, response) => response.writeHead(302, { location: "/login" }).end(),
  },
  "a server that does not run": { code: "endpoint-unreachable", endpoint: "http://127.0.0.1:9/api/uploads" },
  "a user who is not signed in": { code: "unauthorized", ...refuse(401, "unauthorized") },
  "a user without a grant": { code: "forbidden", ...refuse(403, "not_granted") },
  "a body parser before the endpoint": { code: "body_already_read", ...refuse(500, "body_already_read") },
  "a wrong API key": { code: "key_refused", ...refuse(502, "key_refused") },
  "a page of another origin": { code: "origin_not_allowed", ...refuse(403, "origin_not_allowed") },
  "a smaller limit on the server": { code: "file_too_large", ...refuse(403, "file_too_large") },
  "an `accept` that cannot match": { code: "accept", attributes: 'accept="txt/plain"', ...refuse(403, "not_granted") },
  "a chunk that is not deployed": { code: "chunk-missing", missing: "-engine", says: /reload the page\.$/ },
  "a policy without the endpoint": {
    code: "blocked-by-csp",
    policy: "default-src 'self' 'unsafe-inline' blob:; connect-src 'none'",
  },
};

let server: Server;
let browser: Browser;
let current: Mistake;

before(async () => {
  if (!existsSync(join(DIST, "lightfield-uploader.js"))) throw new Error('Run "npm run build" first.');
  server = createServer(serve).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

function serve(request: IncomingMessage, response: ServerResponse): void {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  if (pathname.startsWith("/dist/")) {
    const file = join(DIST, pathname.slice("/dist/".length));
    if (!existsSync(file) || (current.missing && pathname.includes(current.missing))) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": "text/javascript" }).end(readFileSync(file));
  } else if (pathname.startsWith("/api/uploads") && current.reply) current.reply(request, response);
  else {
    const headers = {
      "content-type": "text/html",
      ...(current.policy && { "content-security-policy": current.policy }),
    };
    const { endpoint = "/api/uploads", attributes = "" } = current;
    response.writeHead(200, headers).end(`<!doctype html><html lang="en"><meta charset="utf-8">
      <script type="module" src="/dist/lightfield-uploader.js"></script>
      <lightfield-uploader no-recovery no-inspect ${endpoint && `endpoint="${endpoint}"`} ${attributes}></lightfield-uploader>`);
  }
}

const LANGUAGES = ["en", "de", "ar", "ja"];

/** Half of the words are the same: in the same language, with another figure, or only some of them translated yet. */
function isAlike(one: string, other: string): boolean {
  const words = one.split(" ");
  const others = new Set(other.split(" "));
  return words.filter((word) => others.has(word)).length * 2 >= words.length;
}

/** Line on the console after the mistake, and what the element says of it in each language. */
async function make(mistake: Mistake): Promise<{ line: string; sentences: string[] }> {
  current = mistake;
  const page = await browser.newPage();
  try {
    const line = page.waitForEvent("console", {
      predicate: (message) => message.text().startsWith("<lightfield-uploader> "),
      timeout: PATIENCE_MS,
    });
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "a.vtt", mimeType: "text/vtt", buffer: Buffer.from("WEBVTT") });
    const shown = page.locator("[part~=error], [part~=notice], [part~=status]").first();
    await shown.waitFor();
    const text = (await line).text();
    const error = page.locator("[part~=error], [part~=notice]").first();
    if (!/-unreachable|-csp/.test(mistake.code)) await error.waitFor();
    const spoken = (await error.count()) > 0 ? error : shown;
    const sentences: string[] = [];
    for (const lang of LANGUAGES) {
      await page.evaluate((language) => {
        document.documentElement.lang = language;
      }, lang);
      await until(`the sentence is there in ${lang}`, async () => {
        const sentence = ((await spoken.textContent()) ?? "").replace(/\s+/g, " ").trim();
        if (sentence === "" || sentences.some((earlier) => isAlike(sentence, earlier))) return false;
        return sentences.push(sentence) > 0;
      });
    }
    return { line: text, sentences };
  } finally {
    await page.close();
  }
}

for (const [name, mistake] of Object.entries(MISTAKES)) {
  test(`${name} is a line on the console, and a sentence in each language without the server's English`, async (t) => {
    const { line, sentences } = await make(mistake);
    t.diagnostic(line);
    for (const [index, lang] of LANGUAGES.entries()) t.diagnostic(`${lang}: ${sentences[index]}`);
    assert.match(
      line,
      new RegExp(
        `^<lightfield-uploader> \\[${mistake.code}\\] .* → lightfield-uploader/docs/errors#${mistake.code}`,
        "s",
      ),
    );
    if (mistake.says) assert.match(sentences[0] ?? "", mistake.says);
    if (mistake.code === "unauthorized") return;
    assert.deepEqual(
      sentences.filter((sentence) => sentence.includes("The server's own words.")),
      [],
    );
  });
}
