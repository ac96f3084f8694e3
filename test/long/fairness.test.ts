import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { upload } from "./fairness/client.ts";
import { type Running, start } from "./fairness/process.ts";

describe("one honest user beside three who ask for more than their share", () => {
  const running: Running[] = [];
  after(async () => {
    for (const one of running.reverse()) await one.stop();
  });
  const begin = (file: string, ...args: string[]): Running => {
    const process = start(file, ...args);
    running.push(process);
    return process;
  };

  it("waits at most a second longer for each create, and gets every file verified", async (context) => {
    const { apiUrl, apiKey } = await begin("lightfield.ts").next<{ apiUrl: string; apiKey: string }>();
    const { url } = await begin("host.ts", apiUrl, apiKey).next<{ url: string }>();
    const alone: number[] = [];
    for (let n = 0; n < 5; n += 1) alone.push(await upload(url, "honest"));

    const attackers = begin("attackers.ts", url);
    await attackers.next();
    const beside: number[] = [];
    for (let n = 0; n < 8; n += 1) beside.push(await upload(url, "honest"));
    const outcome = await attackers.next<{ flood: Record<string, number>; filler: Record<string, number> }>();

    const shown = (times: readonly number[]) => times.map((ms) => ms.toFixed(0)).join(", ");
    context.diagnostic(`creates alone: ${shown(alone)} ms; beside the others: ${shown(beside)} ms`);
    context.diagnostic(`what the others got: ${JSON.stringify(outcome)}`);
    assert.ok(Math.max(...beside) <= Math.max(...alone) + 1000, `beside the others: ${shown(beside)} ms`);
    // The filler gets its share of the room, and not all of it.
    assert.ok((outcome.filler[200] ?? 0) > 0 && (outcome.filler[503] ?? 0) > 0);
  });
});
