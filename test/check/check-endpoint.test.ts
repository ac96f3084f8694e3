import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { createAdaptorServer } from "@hono/node-server";
import { type RunningEmulator, startEmulator } from "../../demo/emulator/index.ts";
import { type CheckOptions, checkEndpoint } from "../../src/check/check-endpoint.ts";
import type { Finding } from "../../src/check/report.ts";
import { KEPT_CONNECTIONS } from "../support/kept-connections.ts";
import { runScript } from "../support/processes.mjs";
import { ANNA, BEN, BROKEN, correct, ENDPOINT, fetchFrom, type Handler, PAGE } from "./endpoints.ts";
import { OTHER_FAULTS } from "./other-faults.ts";

let dataDir: string;
let emulator: RunningEmulator;
before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "check-"));
  emulator = await startEmulator({ dataDir });
  // The checker's calls must not wait for each other's rate limit.
  emulator.setLimits({ requestsPerSecond: 1000 });
});
after(async () => {
  await emulator.close();
  await rm(dataDir, { recursive: true, force: true });
});

function check(handle: Handler, options: Partial<CheckOptions> = {}): Promise<Finding[]> {
  return checkEndpoint({
    endpoint: ENDPOINT,
    headers: ANNA,
    otherHeaders: BEN,
    origin: PAGE,
    purpose: "meeting_transcript",
    fetch: fetchFrom(handle),
    ...options,
  });
}

const failed = (findings: readonly Finding[]) => findings.filter(({ outcome }) => outcome === "failed");

describe("the conformance checker", () => {
  it("passes a correct endpoint in every rule", async () => {
    const findings = await check(correct(emulator));
    assert.deepEqual(failed(findings), []);
    assert.deepEqual(
      findings.filter(({ outcome }) => outcome === "skipped"),
      [],
    );
    assert.ok(findings.length >= 30, `${findings.length} rules`);
  });

  it("says which rules it could not try, when it knows neither login nor origin", async () => {
    const open = correct(emulator, { authorize: () => true });
    const findings = await check(open, { headers: {}, otherHeaders: {}, origin: undefined });
    assert.deepEqual(failed(findings), []);
    const skipped = findings.filter(({ outcome }) => outcome === "skipped");
    assert.equal(skipped.length, 11);
    for (const { observed } of skipped) assert.match(observed ?? "", /\w/);
  });

  it("leaves no session pending", async () => {
    await check(correct(emulator));
    const response = await fetch(`${emulator.apiUrl}/v1/files?limit=25`, {
      headers: { authorization: `Bearer ${emulator.apiKey}`, "lightfield-version": "2026-03-01" },
    });
    const { data } = (await response.json()) as { data: { status: string; filename: string }[] };
    assert.ok(data.length > 0);
    assert.deepEqual(
      data.filter(({ status }) => status === "PENDING"),
      [],
    );
  });

  for (const [fault, { make, breaks, finds }] of Object.entries({ ...BROKEN, ...OTHER_FAULTS })) {
    it(`finds: ${fault}`, async (t) => {
      const findings = failed(await check(make(emulator)));
      const named = findings.find(({ rule, fix }) => rule.startsWith(breaks) && finds.test(fix ?? ""));
      assert.ok(named, `no finding names the fix; found: ${JSON.stringify(findings, null, 1)}`);
      t.diagnostic(`${named.rule} | ${named.observed} | ${named.fix}`);
      assert.doesNotMatch(JSON.stringify(findings), /sk_lf_\w/, "the report repeats the key");
    });
  }

  it("finds a call that took longer than 10 seconds, and no faster one", async (t) => {
    let passedMs = 0;
    const { now } = performance;
    t.mock.method(performance, "now", () => now.call(performance) + passedMs);
    const findingsAt = (createMs: number) => {
      const handle = correct(emulator);
      const slowly: Handler = (request) => {
        passedMs += request.method === "POST" && request.url === ENDPOINT ? createMs : 5_000;
        return handle(request);
      };
      return check(slowly, { totalMs: Number.POSITIVE_INFINITY });
    };

    assert.deepEqual(failed(await findingsAt(5_000)), []);
    const [slow, ...others] = failed(await findingsAt(12_000));
    assert.deepEqual(others, []);
    assert.equal(slow?.rule, "calls are answered within 10 seconds");
    assert.match(slow?.observed ?? "", /^POST \{endpoint\} answered \d+ .* after 12 seconds$/s);
    assert.match(slow?.fix ?? "", /Look for what the endpoint waits for/);
  });

  it("finds an endpoint that cannot be reached", async () => {
    const findings = await checkEndpoint({ endpoint: "http://127.0.0.1:9/api/uploads" });
    assert.match(failed(findings)[0]?.observed ?? "", /got no response/);
    assert.match(failed(findings)[0]?.fix ?? "", /Start the server/);
  });

  it("names a redirect to a login page", async () => {
    const findings = await check(async () => new Response(null, { status: 302, headers: { location: "/login" } }));
    assert.match(failed(findings)[0]?.observed ?? "", /redirect to \/login/);
    assert.match(failed(findings)[0]?.fix ?? "", /answer 401/);
  });
});

describe("the command", () => {
  const run = (...args: string[]) => runScript(new URL("../../src/check/cli.ts", import.meta.url), args);

  it("prints the findings of a live endpoint and exits with 0", async (t) => {
    const server = createAdaptorServer({
      fetch: correct(emulator),
      overrideGlobalObjects: false,
      serverOptions: KEPT_CONNECTIONS,
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    t.after(() => new Promise((resolve) => server.close(resolve)));
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/uploads`;
    const { code, stdout } = await run("check", endpoint, "--header", "Cookie: user=anna", "--origin", PAGE);
    assert.match(stdout, /✓ create, the transfer of the bytes and complete lead to a COMPLETED file/);
    assert.match(stdout, /\n\d+ passed, 0 failed, \d skipped\n$/);
    assert.equal(code, 0);
  });

  it("exits with 1 for a fault and with 2 for a wrong command", async () => {
    const unreachable = await run("check", "http://127.0.0.1:9/api/uploads", "--json");
    assert.equal(unreachable.code, 1);
    assert.ok(Array.isArray(JSON.parse(unreachable.stdout)));
    assert.deepEqual([(await run("check", "/api/uploads")).code, (await run("what")).code], [2, 2]);
    assert.equal((await run("--help")).code, 0);
  });

  const WRONG: Readonly<Record<string, readonly [args: readonly string[], says: RegExp]>> = {
    "a header without a name": [["--header", "session=1"], /`session=1` is no header/],
    "a header that cannot be sent": [["--header", "Cookie: €"], /`Cookie` is no header/],
    "an origin that is none": [["--origin", "www.example.com"], /--origin` needs an origin/],
  };
  for (const [what, [args, says]] of Object.entries(WRONG)) {
    it(`refuses ${what}`, async () => {
      const { code, stderr } = await run("check", "http://127.0.0.1:9/api/uploads", ...args);
      assert.match(stderr, says);
      assert.equal(code, 2);
    });
  }

  it("refuses a password in the address", async () => {
    const { code, stderr } = await run("check", "http://anna:secret@127.0.0.1:9/api/uploads");
    assert.match(stderr, /may hold no password/);
    assert.equal(code, 2);
  });
});
