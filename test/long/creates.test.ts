import assert from "node:assert/strict";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { describe, it } from "node:test";
import { startScript, stopProgram } from "../support/processes.mjs";

const SCRIPT = new URL("../server/relay/speed/creates-servers.ts", import.meta.url);

async function start(role: string, ...args: string[]) {
  const child = startScript(SCRIPT, [role, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  if (!child.stdout) throw new Error("The server has no output.");
  const [url] = (await once(createInterface(child.stdout), "line")) as [string];
  return { url, stop: () => stopProgram(child) };
}

/** Creates a second of 16 clients. */
async function speedOf(url: string, count: number): Promise<number> {
  const startedAt = performance.now();
  let left = count;
  const client = async () => {
    while (left > 0) {
      left -= 1;
      const reply = await fetch(`${url}/api/uploads`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ filename: "a.bin", mimeType: "application/octet-stream", sizeBytes: 1 }),
      });
      assert.equal(reply.status, 200);
      await reply.text();
    }
  };
  await Promise.all(Array.from({ length: 16 }, client));
  return count / ((performance.now() - startedAt) / 1000);
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

describe("creates a second", () => {
  it("are at least half of those of a handler that only passes them on", async (context) => {
    const upstream = await start("upstream");
    const servers = { bare: await start("bare", upstream.url), endpoint: await start("endpoint", upstream.url) };
    context.after(() => Promise.all([upstream, servers.bare, servers.endpoint].map(({ stop }) => stop())));
    const speeds: { bare: number[]; endpoint: number[] } = { bare: [], endpoint: [] };
    for (const name of ["bare", "endpoint"] as const) await speedOf(servers[name].url, 300);
    for (let round = 0; round < 5; round += 1) {
      for (const name of ["bare", "endpoint"] as const) speeds[name].push(await speedOf(servers[name].url, 600));
    }
    const [bare, endpoint] = [median(speeds.bare), median(speeds.endpoint)];
    context.diagnostic(
      `bare ${bare.toFixed(0)}/s, endpoint ${endpoint.toFixed(0)}/s, ratio ${(endpoint / bare).toFixed(2)}`,
    );
    assert.ok(endpoint >= bare / 2, `The ratio is ${(endpoint / bare).toFixed(2)}.`);
  });
});
