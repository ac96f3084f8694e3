import assert from "node:assert/strict";
import { cutAtRandom } from "../../demo/emulator/index.ts";
import { FAILED_REQUEST } from "./complaints.ts";
import { md5Of, randomFile, sameBytes } from "./source-files.ts";
import type { Stage } from "./support.ts";
import { until } from "./waiting.ts";
import type { WidgetPage } from "./widget-page.ts";

export const MIB = 1_048_576;
export const PAGE = "/resumable.html";
/** What one interruption may cost: bytes that were read from a socket and not stored. */
export const LOST_BYTES = MIB / 2;

/** Part of the file after which its session expires. */
const EXPIRY = 0.95;

/** What the relay of a stage has got, and what becomes of it. */
export class RelayWatch {
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Bytes of bodies that the relay's own machine read from its sockets, whatever became of them. */
  get received(): number {
    const { entries } = this.#stage.emulator.requests;
    const patches = entries.filter(({ side, method }) => side === "relay" && method === "PATCH");
    return patches.reduce((sum, { bytesRead }) => sum + bytesRead, 0);
  }

  /** Requests that ended without an answer. */
  get cuts(): number {
    return this.#stage.emulator.requests.entries.filter(({ side, status }) => side === "relay" && status === null)
      .length;
  }

  /** Lets nothing after these bytes of an upload through, for as long as faults are not cleared. */
  stallAt(offset: number): void {
    // On a busy machine the relay's patience may end first.
    this.#stage.hostLog.allow(/Storage did not accept file fil_\w+: no response \(idle\)\./);
    this.#stage.emulator.faults.add({ at: "relay", do: "stall", atOffset: offset, times: 1_000 });
  }

  /** Waits until so many bytes have come, of all requests together. */
  async receives(bytes: number): Promise<void> {
    await until(`${bytes} bytes have arrived`, () => this.received >= bytes);
  }

  pendingSessions(name: string): number {
    const sessions = this.#stage.emulator.files();
    return sessions.filter(({ requestedName, status }) => requestedName === name && status === "PENDING").length;
  }

  async assertArrived(fileId: string | null, source: string): Promise<void> {
    const stored = this.#stage.emulator.files().find(({ id }) => id === fileId);
    assert.equal(stored?.status, "COMPLETED");
    assert.equal(stored?.md5, await md5Of(source));
    const object = this.#stage.emulator.objectPath(fileId ?? "");
    assert.ok(object && (await sameBytes(object, source)), "the stored bytes are not those of the file");
  }
}

/** Ends a page as a crash does: none of its scripts runs any more. */
export async function kill(widget: WidgetPage): Promise<void> {
  const cdp = await widget.page.context().newCDPSession(widget.page);
  const crashed = widget.page.waitForEvent("crash");
  // Nobody is left to answer it.
  void cdp.send("Page.crash").catch(() => {});
  await crashed;
  await widget.page.close();
}

/**
 * One upload over a line that is cut again and again, in a tab that dies at a quarter and at half of the file, under a
 * session that expires shortly before the end. Returns a line of figures.
 */
export async function surviveEverything(stage: Stage, size: number, cutsWanted: number, patienceMs?: number) {
  const relay = new RelayWatch(stage);
  const source = await randomFile(stage.sourceDir, "recording.mp4", size);
  // A browser silently sends a cut request once more; what meets a cut in vain then is not counted as one.
  const cuts = cutAtRandom({ seed: 20, count: 3 * cutsWanted, totalBytes: Math.floor(EXPIRY * size) });
  const context = await stage.newContext();
  const openTab = async (): Promise<WidgetPage> => {
    const tab = await stage.open(PAGE, context);
    tab.complaints.allow(FAILED_REQUEST);
    return tab;
  };

  for (const part of [0.25, 0.5]) {
    stage.emulator.faults.clear();
    stage.emulator.faults.add(...cuts.filter(({ atOffset = 0 }) => atOffset > (part - 0.25) * size));
    relay.stallAt(Math.floor(part * size));
    const tab = await openTab();
    await tab.drop([source]);
    const stalled = Math.floor(part * size);
    await until(`the relay holds ${stalled} bytes`, async () => (await stage.relayBytes()) >= stalled);
    await tab.hasStoredCheckpoint();
    await kill(tab);
  }
  stage.emulator.faults.clear();
  stage.emulator.faults.add(...cuts.filter(({ atOffset = 0 }) => atOffset > 0.5 * size));
  stage.emulator.faults.add({ at: "relay", do: "expire", atOffset: Math.floor(EXPIRY * size) });
  const last = await openTab();
  await last.drop([source]);
  const [upload] = await last.settled(1, patienceMs);

  const sessions = stage.emulator.files().filter(({ requestedName }) => requestedName === "recording.mp4");
  assert.equal(upload?.status, "succeeded", upload?.error ?? "");
  await relay.assertArrived(upload?.fileId ?? null, source);
  assert.ok(relay.cuts >= cutsWanted, `only ${relay.cuts} cuts`);
  assert.deepEqual(sessions.map(({ status }) => status).sort(), ["COMPLETED", "EXPIRED"]);
  const most = size + relay.cuts * LOST_BYTES;
  assert.ok(relay.received <= most, `${relay.received} bytes were received for a file of ${size}`);
  assert.equal(relay.pendingSessions("recording.mp4"), 0);
  return `${(relay.received / size).toFixed(4)} × the file was received; ${relay.cuts} requests ended without an answer`;
}
