import assert from "node:assert/strict";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import vm from "node:vm";
import { build } from "vite";
import { SECRET } from "./support.ts";

const ENTRY = join(import.meta.dirname, "..", "..", "src", "server", "index.ts");
/** Globals of every platform whose handler is `Request → Response`. */
const WEB_GLOBALS = {
  AbortController,
  AbortSignal,
  atob,
  btoa,
  clearTimeout,
  console,
  crypto,
  fetch,
  Headers,
  ReadableStream,
  Request,
  Response,
  setTimeout,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
};
const NODE_GLOBALS = ["process", "Buffer", "require", "module", "global", "__dirname", "__filename", "setImmediate"];

/** Bundles everything into one file for a worker. */
async function bundle(): Promise<{ code: string; imports: string[]; modules: string[] }> {
  const result = await build({
    configFile: false,
    logLevel: "silent",
    resolve: { conditions: ["worker", "import"] },
    build: {
      write: false,
      minify: false,
      target: "es2022",
      lib: { entry: ENTRY, formats: ["iife"], name: "lightfield" },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  assert.ok(output && "output" in output);
  const [chunk] = output.output;
  assert.ok(chunk.type === "chunk");
  return {
    code: chunk.code,
    imports: [...chunk.imports, ...chunk.dynamicImports],
    modules: Object.keys(chunk.modules),
  };
}

describe("the server half, built for a worker", () => {
  let built: Awaited<ReturnType<typeof bundle>>;

  before(async () => {
    built = await bundle();
  });

  it("is one file without imports", () => {
    assert.deepEqual(built.imports, []);
    assert.doesNotMatch(built.code, /["'`]node:/);
    assert.doesNotMatch(built.code, /\b(?:import|require)\s*\(/);
    for (const path of built.modules)
      assert.match(path, /src\/(server\/(?!relay\/)([^/]+\/)?[^/]+|host\/protocol|wire\/[^/]+)\.ts$/);
  });

  it("uses no global of Node", () => {
    const code = built.code.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "").replace(/"(?:[^"\\\n]|\\.)*"/g, '""');
    for (const name of NODE_GLOBALS) assert.doesNotMatch(code, new RegExp(`(?<![.\\w$])${name}(?![\\w$]|\\s*:)`), name);
  });

  it("works with the globals of the web only", async () => {
    const asked: string[] = [];
    const world: Record<string, unknown> = {
      ...WEB_GLOBALS,
      fetch: async (url: string) => {
        asked.push(url);
        const { createdAt, id } = { createdAt: "2026-03-01T10:00:00Z", id: "fil_1" };
        const file = { id, filename: "a.vtt", mimeType: "text/vtt", sizeBytes: 1, status: "PENDING", createdAt };
        return Response.json({
          ...file,
          completedAt: null,
          expiresAt: null,
          uploadUrl: "https://s.example/",
          uploadHeaders: {},
        });
      },
    };
    vm.runInNewContext(built.code.replace(/^var lightfield\b/m, "globalThis.lightfield"), world);
    const server = world.lightfield as typeof import("../../src/server/index.ts");
    const handle = server.createTokenEndpoint({ apiKey: "sk_lf_worker", secret: SECRET, authorize: () => true });
    const body = JSON.stringify({ filename: "a.vtt", mimeType: "text/vtt", sizeBytes: 1 });
    const headers = { "content-type": "application/json" };
    const created = await handle(new Request("https://app.example/api", { method: "POST", body, headers }));
    assert.equal(created.status, 200);
    const { token } = (await created.json()) as { token: string };
    const own = { ...headers, "x-lightfield-file-token": token };
    const completed = await handle(
      new Request("https://app.example/api/fil_1/complete", { method: "POST", body: "{}", headers: own }),
    );
    assert.equal(completed.status, 200);
    assert.deepEqual(asked, [
      "https://api.lightfield.app/v1/files",
      "https://api.lightfield.app/v1/files/fil_1/complete",
    ]);
  });
});
