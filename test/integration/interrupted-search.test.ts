import { expect } from "@open-wc/testing";
import { createCheckpointStore } from "../../src/browser/checkpoint-store.ts";
import { browserClock } from "../../src/browser/clock.ts";
import { browserLocks } from "../../src/browser/locks.ts";
import { lockNameFor } from "../../src/engine/recovery/lock-name.ts";
import { findInterrupted } from "../../src/engine/recovery/session-claims.ts";
import { checkpointOf, contents, deleteDatabase } from "../browser/checkpoints.ts";
import { openFrame } from "../browser/frame.ts";
import { until } from "../support/backend-client.ts";

const SCOPE = "/api/uploads";
const DAY_MS = 24 * 3_600_000;
const NOW = Date.UTC(2026, 10, 24);

describe("the search for interrupted uploads", () => {
  beforeEach(deleteDatabase);

  const store = createCheckpointStore();
  const ports = { checkpoints: store, locks: browserLocks, clock: { ...browserClock, now: () => NOW } };
  const search = async (context: unknown = () => "any") => {
    const filter = { scope: SCOPE, purpose: "meeting_transcript", context };
    return (await findInterrupted(ports, filter)).map(({ session }) => session.id);
  };

  it("finds those of its own endpoint, and finds them again", async () => {
    await store.save(checkpointOf("mine", { savedAt: NOW - DAY_MS }));
    await store.save(checkpointOf("another's", { savedAt: NOW - DAY_MS, scope: "/other" }));
    expect(await search()).to.deep.equal(["mine"]);
    expect(await search(), "looking takes nothing away").to.deep.equal(["mine"]);
  });

  it("finds only those of its own purpose and context", async () => {
    await store.save(checkpointOf("mine", { savedAt: NOW }));
    await store.save(checkpointOf("of another purpose", { savedAt: NOW, purpose: null }));
    await store.save(checkpointOf("of another meeting", { savedAt: NOW - 1, context: '{"meeting":8}' }));
    expect(await search({ meeting: 7 })).to.deep.equal(["mine"]);
    expect(await search(), "of any context").to.deep.equal(["mine", "of another meeting"]);
  });

  it("forgets for good what nobody has gone on with for a week", async () => {
    await store.save(checkpointOf("stale", { savedAt: NOW - 7 * DAY_MS - 1 }));
    await store.save(checkpointOf("just in time", { savedAt: NOW - 7 * DAY_MS }));
    expect(await search()).to.deep.equal(["just in time"]);
    expect([...(await contents()).keys()]).to.deep.equal(["just in time"]);
  });

  it("leaves out what another tab is busy with, until that tab is gone", async () => {
    await store.save(checkpointOf("busy", { savedAt: NOW }));
    await store.save(checkpointOf("free", { savedAt: NOW - 1 }));
    const tab = await openFrame();
    const theirs = await tab.load<typeof import("../../src/browser/locks.ts")>("src/browser/locks.ts");
    expect(await theirs.browserLocks.tryAcquire(lockNameFor("busy"))).to.be.a("function");
    expect(await search()).to.deep.equal(["free"]);
    tab.remove();
    await until("the other tab's lock to be gone", async () => (await search()).length === 2);
  });

  it("leaves every lock free for whoever goes on with the upload next", async () => {
    await store.save(checkpointOf("mine", { savedAt: NOW }));
    await search();
    const release = await browserLocks.tryAcquire(lockNameFor("mine"));
    expect(release).to.be.a("function");
    release?.();
  });
});
