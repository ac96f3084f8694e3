import assert from "node:assert/strict";
import { sourceFile } from "./source-files.ts";
import { openStage, type Stage, type StageOptions } from "./support.ts";

/** Creating, completing and cancelling share one bucket; these tests use no other. */
const WRITE = /\/v1\/files(?:$|\/[^/]+\/(?:complete|cancel)$)/;

/** One write request of the host's to Lightfield, by the host's own clock: epoch milliseconds. */
interface Write {
  readonly path: string;
  readonly sentAt: number;
  status: number;
  /** When the answer was there, and when the host has certainly acted on it. */
  answeredAt: number;
  heededAt: number;
  retryAfterMs: number;
}

/**
 * Turns of the event loop within which the host acts on an answer that it has in hand. Turns and not milliseconds: on a
 * slow machine they take longer.
 */
const TURNS = 20;

/** A stage that notes what its host sends to Lightfield and when the host knows the answer. */
export async function openWatchedStage(emulator: StageOptions["emulator"] = {}) {
  const writes: Write[] = [];
  const watched: typeof fetch = async (input, init) => {
    const path = new URL(String(input)).pathname;
    const isWrite = init?.method === "POST" && WRITE.test(path);
    const write: Write = { path, sentAt: Date.now(), status: 0, answeredAt: 0, heededAt: 0, retryAfterMs: 0 };
    if (isWrite) writes.push(write);
    const response = await fetch(input, init);
    const { status, headers } = response;
    const text = await response.text();
    Object.assign(write, { status, retryAfterMs: Number(headers.get("retry-after")) * 1000, answeredAt: Date.now() });
    void turns().then(() => {
      write.heededAt = Date.now();
    });
    return new Response(text, { status, headers });
  };
  const stage = await openStage({ emulator, calls: { fetch: watched } });
  return { stage, writes };
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export async function assertAllSucceed(stage: Stage, count: number, patienceMs?: number): Promise<void> {
  const sources = [];
  for (let number = 1; number <= count; number += 1) {
    sources.push(await sourceFile(stage.sourceDir, `note-${number}.txt`, `Note ${number}.\n`));
  }
  const widget = await stage.open();
  await widget.drop(sources);
  const uploads = await widget.settled(count, patienceMs);
  assert.deepEqual(
    uploads.filter(({ status }) => status !== "succeeded"),
    [],
  );
}

/** No write request, for any file, is sent between a 429 and the end of its `Retry-After`. Returns a line of figures. */
export function assertNoneTooEarly(writes: readonly Write[]): string {
  const refusals = writes.filter(({ status }) => status === 429);
  const early = refusals.flatMap(({ answeredAt, heededAt, retryAfterMs }) => {
    assert.ok(retryAfterMs >= 1000, "a 429 without Retry-After");
    const hasty = writes.filter(({ sentAt }) => sentAt > heededAt && sentAt < answeredAt + retryAfterMs);
    return hasty.map(
      ({ path, sentAt }) => `${path} ${sentAt - answeredAt} ms after a 429 that said ${retryAfterMs} ms`,
    );
  });
  assert.deepEqual(early, []);
  const spanMs = (writes.at(-1)?.sentAt ?? 0) - (writes[0]?.sentAt ?? 0);
  return `${writes.length} write requests in ${spanMs} ms, ${refusals.length} answered 429, none sent too early`;
}
