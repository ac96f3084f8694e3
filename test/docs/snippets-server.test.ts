/** Blocks of README and docs for servers and for the command line, run against a local Lightfield. */
import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { getRequestListener } from "@hono/node-server";
import { tsImport } from "tsx/esm/api";
import { type Backend, openBackend } from "../compat/backend.ts";
import { BACKENDS } from "../e2e/backend-process.ts";
import { peersMissing } from "../support/ensure-peers.mjs";
import { KEPT_CONNECTIONS } from "../support/kept-connections.ts";
import { blocksOf, codeBlocks, ROOT, where } from "./code-blocks.ts";

type Endpoint = (request: Request) => Promise<Response>;

let backend: Backend;
let folder = "";
before(async () => {
  backend = await openBackend();
  // Below `test`, where imports of the package are resolved as in a project that has installed it.
  folder = mkdtempSync(join(ROOT, "test", "docs", "generated-"));
  Object.assign(process.env, backend.environment);
});
after(async () => {
  await backend.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes the TypeScript blocks of a page into files of their own, which talk to the local Lightfield; returns their paths. */
function written(page: string): string[] {
  const own = mkdtempSync(join(folder, "page-"));
  return codeBlocks(page)
    .filter(({ language }) => language === "ts")
    .map(({ code, file }, index) => {
      const path = join(own, file ?? `block-${index}.ts`);
      writeFileSync(path, code.replace("apiKey:", "baseUrl: process.env.LIGHTFIELD_BASE_URL,\n  apiKey:"));
      return path;
    });
}

const load = (path = "") => tsImport(pathToFileURL(path).href, import.meta.url);

async function listen(uploads: Endpoint): Promise<Server> {
  const server = createServer(KEPT_CONNECTIONS, getRequestListener(uploads, { overrideGlobalObjects: false }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/uploads`;

const create = (url: string) =>
  new Request(url, {
    method: "POST",
    headers: { "content-type": "application/json", cookie: "user=ana", origin: new URL(url).origin },
    body: JSON.stringify({
      filename: "weekly.vtt",
      mimeType: "text/vtt",
      sizeBytes: 6,
      purpose: "meeting_transcript",
      context: { meetingId: "ben-1" },
    }),
  });

describe("a block of TypeScript in README and docs", () => {
  it("creates an endpoint that attaches transcripts, and a rule about meetings", async () => {
    const [first, second] = written("demo/docs/meetings.md");
    const { uploads } = (await load(first)) as { uploads: Endpoint };
    const reply = await uploads(create("http://127.0.0.1/api/uploads"));
    assert.equal(reply.status, 200, await reply.clone().text());
    const { onCompleted } = await load(second);
    assert.equal(typeof onCompleted, "function");
  });

  it("checks the endpoint at the start of the server", async () => {
    const [uploads = ""] = written("demo/docs/start.md");
    const [validate = ""] = written("demo/docs/server.md");
    const beside = join(uploads, "..", "validate.ts");
    copyFileSync(validate, beside);
    const told = async (env: Record<string, string>) => {
      const options = { cwd: ROOT, env: { ...process.env, ...env } };
      return (await promisify(execFile)(process.execPath, ["--import", "tsx", beside], options)).stderr;
    };
    assert.equal(await told({}), "");
    assert.match(await told({ LIGHTFIELD_API_KEY: "sk_lf_wrong" }), /^key_refused \S.*\n/);
  });

  it("stops a server with its relay on SIGTERM, with exit code 0", async () => {
    const [stop = ""] = written("demo/docs/proxies.md");
    const main = join(stop, "..", "main.ts");
    writeFileSync(
      main,
      `import { createServer } from "node:http";
import { createRelay } from "lightfield-uploader/server/relay";
import { stopOnSignal } from "./block-0";

const relay = createRelay({ url: "/api/relay", secret: process.env.UPLOAD_SECRET ?? "", directory: ${JSON.stringify(join(folder, "relay"))} });
const server = createServer(relay.listener).listen(0, "127.0.0.1", () => process.kill(process.pid, "SIGTERM"));
stopOnSignal(server, relay);
process.once("exit", (code) => console.log("closed", server.listening, code));
`,
    );
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", main], { cwd: ROOT });
    assert.equal(stdout, "closed false 0\n");
  });
});

describe("a command in README and docs", () => {
  const commands = [
    ...new Set(
      blocksOf("sh").flatMap(({ code }) =>
        code.split("\n").filter((line) => line.startsWith("npx lightfield-uploader ")),
      ),
    ),
  ];

  it("is there", () => assert.ok(commands.length >= 2, `${commands.length} commands`));

  for (const command of commands) {
    it(`checks an endpoint that is all right, and ends with 0: ${command}`, async () => {
      const [path] = written("demo/docs/start.md");
      const { uploads } = (await load(path)) as { uploads: Endpoint };
      const server = await listen(uploads);
      const line = command
        .replace("npx lightfield-uploader", `"${process.execPath}" dist/cli.js`)
        .replace(/https?:\/\/\S+/, addressOf(server))
        .replace("'Cookie: …'", "'Cookie: user=ana'");
      const { stdout } = await promisify(execFile)("sh", ["-c", line], { cwd: ROOT, maxBuffer: 10_000_000 });
      assert.match(stdout, /^Checking http/);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
  }

  it("starts each of the other endpoints as the tests of the endpoints start it", () => {
    const lines = blocksOf("sh").flatMap(({ page, code }) => (page.includes("/backends/") ? code.split("\n") : []));
    for (const { folder: language, command } of Object.values(BACKENDS)) {
      if (command(3000).includes("flask_app.py")) continue;
      const [program = "", ...args] = command(3000);
      // Rack finds config.ru and a server by itself.
      const expected = language === "ruby" ? "rackup --port 3000" : [program.replace(/^.*\//, ""), ...args].join(" ");
      assert.ok(
        lines.some((line) => line.includes(expected)),
        expected,
      );
    }
  });
});

describe("a block in another language", () => {
  const only = (language: string) => {
    const [block, ...others] = blocksOf(language).filter(({ page }) => page.includes("/backends/"));
    assert.ok(block && others.length === 0, language);
    return block;
  };
  const source = (path: string) => readFileSync(join(ROOT, "demo", "backends", path), "utf8");

  it("is what the tested Python program does", () => {
    for (const line of only("python").code.split("\n").filter(Boolean)) {
      assert.ok(source("python/flask_app.py").split("\n").includes(line), line);
    }
  });

  it("mounts the handler of the tested Go program at its path and below it", () => {
    assert.match(
      source("go/main.go"),
      /= setting\("UPLOAD_PATH", "\/api\/uploads"\)[\s\S]*http\.HandlerFunc\(handle\)/,
    );
    assert.deepEqual(only("go").code.split("\n").filter(Boolean), [
      'http.HandleFunc("/api/uploads", handle)',
      'http.HandleFunc("/api/uploads/", handle)',
    ]);
  });

  it("has no mistake of syntax in Ruby", { skip: peersMissing("Ruby") }, () => {
    const { status, stderr } = spawnSync("ruby", ["-c"], { input: only("ruby").code, encoding: "utf8" });
    assert.equal(status, 0, stderr);
    assert.match(only("ruby").code, /UploadEndpoint\.new \{ \|env\| /);
  });

  it("is accepted by nginx", { skip: peersMissing("nginx") }, () => {
    const block = only("nginx");
    writeFileSync(join(folder, "fastcgi_params"), "");
    const file = join(folder, "nginx.conf");
    const site = `pid ${folder}/pid;\nerror_log stderr;\nevents {}\nhttp { access_log off; server { listen 127.0.0.1:1;\n${block.code}} }\n`;
    writeFileSync(file, site);
    const { status, stderr } = spawnSync("nginx", ["-t", "-c", file, "-p", folder], { encoding: "utf8" });
    assert.equal(status, 0, `${where(block)}: ${stderr}`);
    assert.ok(existsSync(join(ROOT, "demo", "backends", "php", "endpoint.php")));
  });
});
