import { expect, waitUntil } from "@open-wc/testing";
import { createCheckpointStore } from "../../src/browser/checkpoint-store.ts";
import { browserClock } from "../../src/browser/clock.ts";
import { browserLocks } from "../../src/browser/locks.ts";
import type { Locks } from "../../src/engine/ports.ts";
import { CheckpointKeeper } from "../../src/engine/recovery/checkpoint-keeper.ts";
import { identify } from "../../src/engine/recovery/fingerprint.ts";
import { lockNameFor } from "../../src/engine/recovery/lock-name.ts";
import { SessionClaims } from "../../src/engine/recovery/session-claims.ts";
import { WorkerHasher } from "../../src/hash/worker-hasher.ts";
import { checkpointOf, deleteDatabase, privateFile, removePrivateFile } from "../browser/checkpoints.ts";

const SCOPE = "/api/uploads";
const never = new AbortController().signal;
const file = new File(["hello"], "call.vtt", { lastModified: 1 });

describe("what an earlier visit left of a file", () => {
  beforeEach(deleteDatabase);

  const store = createCheckpointStore();
  const hasher = new WorkerHasher();
  const taken: string[] = [];
  /** The browser's own, with a list of what was asked of them. */
  const locks: Locks = {
    isFree: browserLocks.isFree,
    tryAcquire(name) {
      taken.push(name);
      return browserLocks.tryAcquire(name);
    },
  };

  async function keep(id: string, content: string): Promise<void> {
    const identity = await identify(new File([content], file.name, { lastModified: 1 }), hasher, never);
    await store.save(checkpointOf(id, { scope: SCOPE, purpose: null, context: "", file: identity, confirmed: 2 }));
  }

  async function claim() {
    taken.length = 0;
    const ports = { checkpoints: store, locks, hasher, clock: browserClock };
    const about = { mimeType: () => "text/vtt", scope: SCOPE, purpose: null, context: () => undefined, claim: null };
    const claims = new SessionClaims(ports, () => {});
    const keeper = new CheckpointKeeper(ports, claims, { entry: { file }, ...about });
    let found: { kept: string | null; changed: boolean } | null = null;
    await keeper.takeOver(await store.list(SCOPE), never, ({ kept, changed }) => {
      found = { kept: kept?.session.id ?? null, changed };
    });
    keeper.end();
    return found;
  }

  it("is taken over when it is of this content, and its lock alone is taken", async () => {
    await keep("fil_other", "olleh");
    await keep("fil_same", "hello");
    expect(await claim()).to.deep.equal({ kept: "fil_same", changed: false });
    expect(taken).to.deep.equal([lockNameFor("fil_same")]);
  });

  it("is only noted when it is of another content, and no lock is taken", async () => {
    await keep("fil_other", "olleh");
    expect(await claim()).to.deep.equal({ kept: null, changed: true });
    expect(taken).to.deep.equal([]);
  });

  it("says nothing of the file when another upload of that name is busy with it", async () => {
    await keep("fil_other", "olleh");
    const release = await browserLocks.tryAcquire(lockNameFor("fil_other"));
    expect(await claim()).to.deep.equal({ kept: null, changed: false });
    release?.();
  });
});

describe("what is kept of an upload", () => {
  beforeEach(deleteDatabase);

  it("includes the file's handle, though that may come later than the session", async function () {
    const handle = await privateFile("kept.vtt", "hello");
    if (!handle) return this.skip();
    const store = createCheckpointStore();
    // Not every engine that gives handles can keep them.
    await store.save(checkpointOf("fil_plain", { scope: "plain" }), handle);
    const [plain] = await store.list("plain");
    let arrive = (_: FileSystemFileHandle) => {};
    const coming = new Promise<FileSystemFileHandle>((resolve) => {
      arrive = resolve;
    });
    const ports = { checkpoints: store, locks: browserLocks, hasher: new WorkerHasher(), clock: browserClock };
    const about = { mimeType: () => "text/vtt", scope: SCOPE, purpose: null, context: () => undefined, claim: null };
    const claims = new SessionClaims(ports, () => {});
    const keeper = new CheckpointKeeper(ports, claims, { entry: { file, handle: coming }, ...about });
    await keeper.takeOver([], never, () => {});
    const { session } = checkpointOf("fil_late");
    keeper.hold(session, 0);
    arrive(handle);
    await waitUntil(async () => (await store.list(SCOPE))[0]?.reopenable === plain?.reopenable);
    keeper.end();
    await waitUntil(async () => (await store.list(SCOPE)).length === 0);
    await removePrivateFile("kept.vtt");
  });
});
