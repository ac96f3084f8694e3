import assert from "node:assert/strict";
import { createServer } from "node:http";
import { describe, it } from "node:test";
import type { RunningEmulator } from "../../../demo/emulator/index.ts";
import { createTokenEndpoint, type TokenEndpointOptions, type ValidateOptions } from "../../../src/server/index.ts";
import { closeAfterTest, emulate } from "../../emulator/lab.ts";
import { KEPT_CONNECTIONS } from "../../support/kept-connections.ts";
import { SECRET } from "../support.ts";

const ORIGIN = "https://app.example";

function endpointOf(emulator: Pick<RunningEmulator, "apiKey" | "apiUrl">, change: Partial<TokenEndpointOptions> = {}) {
  return createTokenEndpoint({
    apiKey: emulator.apiKey,
    baseUrl: emulator.apiUrl,
    secret: SECRET,
    authorize: () => true,
    retryForMs: 20_000,
    ...change,
  });
}

async function problemsOf(
  emulator: Pick<RunningEmulator, "apiKey" | "apiUrl">,
  asked: ValidateOptions = { origin: ORIGIN },
  change: Partial<TokenEndpointOptions> = {},
) {
  const { ok, problems } = await endpointOf(emulator, change).validate(asked);
  assert.equal(ok, problems.length === 0);
  for (const { message } of problems) assert.ok(!message.includes(emulator.apiKey), message);
  return problems;
}

describe("the check at start", () => {
  it("finds no problem with a key, scopes, clock and storage that work, and leaves no session", async () => {
    const emulator = await emulate({ allowedOrigins: [ORIGIN] });
    assert.deepEqual(await problemsOf(emulator, { origin: ORIGIN, scopes: ["meetings:create"] }), []);
    assert.deepEqual(
      emulator.files().map(({ status }) => status),
      ["CANCELLED"],
    );
  });

  it("accepts a key without scopes, which has full access", async () => {
    const emulator = await emulate({ apiKeys: [{ key: "sk_lf_full", scopes: [] }] });
    assert.deepEqual(await problemsOf(emulator, { origin: ORIGIN, scopes: ["meetings:update"] }), []);
  });

  it("names a key that Lightfield refuses", async () => {
    const emulator = await emulate();
    const [problem, ...rest] = await problemsOf({ apiKey: "sk_lf_wrong", apiUrl: emulator.apiUrl });
    assert.deepEqual([problem?.code, rest], ["key_refused", []]);
    assert.match(problem?.message ?? "", /does not accept the API key .* set `apiKey`/);
  });

  it("names each scope that is missing, also those of the hooks", async () => {
    const emulator = await emulate({ apiKeys: [{ key: "sk_lf_some", scopes: ["files:create", "meetings:read"] }] });
    assert.deepEqual(await problemsOf(emulator, { scopes: ["meetings:create"] }), [
      {
        code: "scope_missing",
        message:
          "The API key lacks the scopes files:read, meetings:create. Add them to the key in Lightfield's settings.",
      },
    ]);
  });

  it("names an origin that storage's CORS rules do not let in, and what to add", async () => {
    const emulator = await emulate({ allowedOrigins: ["https://other.example"] });
    const [problem, ...rest] = await problemsOf(emulator);
    assert.deepEqual([problem?.code, rest], ["storage_cors", []]);
    assert.match(
      problem?.message ?? "",
      /does not let pages of https:\/\/app\.example send files: .* origin https:\/\/app\.example, method PUT, headers content-type/,
    );
    assert.deepEqual(
      emulator.files().map(({ status }) => status),
      ["CANCELLED"],
    );
  });

  it("does not ask storage if a relay sends the files, or without an origin", async () => {
    const emulator = await emulate({ allowedOrigins: [] });
    assert.deepEqual(await problemsOf(emulator, {}), []);
    assert.deepEqual(await problemsOf(emulator, { origin: ORIGIN }, { transfer: async () => undefined }), []);
    assert.equal(emulator.files().length, 0);
  });

  it("says by how much the clock is wrong", async () => {
    const server = createServer(KEPT_CONNECTIONS, (_req, res) => {
      const date = new Date(Date.now() + 300_000).toUTCString();
      const headers = { "content-type": "application/json", date };
      res.writeHead(200, headers).end('{"active":true,"scopes":[],"subjectType":"user","tokenType":"api_key"}');
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    closeAfterTest(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
    const address = server.address();
    assert.ok(address !== null && typeof address === "object");
    const apiUrl = `http://127.0.0.1:${address.port}`;
    const [problem] = await problemsOf({ apiKey: "sk_lf_a", apiUrl }, {});
    assert.equal(problem?.code, "clock_wrong");
    assert.match(problem?.message ?? "", /^This server's clock is (299|300) seconds behind Lightfield's/);
  });

  it("says that Lightfield cannot be reached", async () => {
    const [problem] = await problemsOf({ apiKey: "sk_lf_a", apiUrl: "http://127.0.0.1:9" }, {});
    assert.equal(problem?.code, "lightfield_unreachable");
    assert.match(problem?.message ?? "", /Check `baseUrl` and the network\./);
  });
});
