import { expect } from "@open-wc/testing";
import { createCheckpointStore } from "../../src/browser/checkpoint-store.ts";
import { type HeldTime, holdTime } from "../support/held-time.ts";
import { turn } from "../support/until.ts";
import {
  checkpointOf,
  contents,
  deleteDatabase,
  openDatabase,
  plant,
  privateFile,
  removePrivateFile,
} from "./checkpoints.ts";
import { openFrame } from "./frame.ts";

const SCOPE = "/api/uploads";
/** So long the store waits for the database. */
const OPEN_WITHIN_MS = 3_000;
type Module = typeof import("../../src/browser/checkpoint-store.ts");

/** As after a reload: nothing but the database is left. */
const idsFoundLater = async (scope = SCOPE) =>
  (await createCheckpointStore().list(scope)).map(({ session }) => session.id);

/** Runs with another `window.indexedDB`. */
async function withIndexedDb(get: () => unknown, act: () => Promise<void>): Promise<void> {
  const real = Object.getOwnPropertyDescriptor(window, "indexedDB");
  Object.defineProperty(window, "indexedDB", { get, configurable: true });
  try {
    await act();
  } finally {
    Reflect.deleteProperty(window, "indexedDB");
    if (real) Object.defineProperty(window, "indexedDB", real);
  }
}

/** All four say that nothing is kept, and none rejects. */
async function expectNothingKept(): Promise<void> {
  const store = createCheckpointStore();
  expect(await isDone(store.save(checkpointOf("one")))).to.equal(false);
  expect(await store.list(SCOPE)).to.deep.equal([]);
  expect(await store.reopen("one")).to.equal(null);
  expect(await isDone(store.remove("one"))).to.equal(false);
}

/** Whether the store has done what it was asked for. */
const isDone = (work: Promise<void>) =>
  work.then(
    () => true,
    () => false,
  );

describe("the checkpoint store", () => {
  // On a busy machine, a healthy disk takes longer to open than the store waits.
  let time: HeldTime;
  beforeEach(async () => {
    await deleteDatabase();
    time = holdTime(OPEN_WITHIN_MS);
  });
  afterEach(() => time.release());

  it("gives back after a reload what was saved, to the letter", async () => {
    const checkpoint = checkpointOf("one");
    await createCheckpointStore().save(checkpoint);
    expect(await createCheckpointStore().list(SCOPE)).to.deep.equal([{ ...checkpoint, reopenable: false }]);
  });

  it("gives another document of the origin the same, also when the one that saved is gone", async () => {
    const frame = await openFrame();
    const { createCheckpointStore: create } = await frame.load<Module>("src/browser/checkpoint-store.ts");
    await create().save(checkpointOf("theirs"));
    frame.remove();
    expect(await idsFoundLater()).to.deep.equal(["theirs"]);
  });

  it("replaces the checkpoint of a session, and keeps scopes and sessions apart, the newest first", async () => {
    const store = createCheckpointStore();
    await store.save(checkpointOf("one", { confirmed: 1, savedAt: 1 }));
    await store.save(checkpointOf("two", { savedAt: 2 }));
    await store.save(checkpointOf("other", { scope: "/other" }));
    await store.save(checkpointOf("one", { confirmed: 5, savedAt: 3 }));
    expect((await store.list(SCOPE)).map(({ session, confirmed }) => [session.id, confirmed])).to.deep.equal([
      ["one", 5],
      ["two", checkpointOf("two").confirmed],
    ]);
    expect(await idsFoundLater("/other")).to.deep.equal(["other"]);
    await store.remove("one");
    expect(await idsFoundLater()).to.deep.equal(["two"]);
  });

  it("keeps the order of calls that nobody waited for", async () => {
    const store = createCheckpointStore();
    void store.save(checkpointOf("removed", { confirmed: 1 }));
    void store.save(checkpointOf("removed", { confirmed: 2 }));
    void store.remove("removed");
    void store.save(checkpointOf("kept", { confirmed: 1 }));
    void store.save(checkpointOf("kept", { confirmed: 2 }));
    expect((await store.list(SCOPE)).map(({ session, confirmed }) => [session.id, confirmed])).to.deep.equal([
      ["kept", 2],
    ]);
    expect([...(await contents()).keys()]).to.deep.equal(["kept"]);
  });

  it("stores a checkpoint and nothing else, whatever hangs on the object", async () => {
    const { session, file, ...rest } = checkpointOf("one");
    const extra = { content: "SECRET" };
    const crowded = { ...rest, ...extra, session: { ...session, ...extra }, file: { ...file, ...extra } };
    await createCheckpointStore().save(crowded);
    expect(JSON.stringify([...(await contents())]))
      .to.contain("recording.mp4")
      .and.not.to.contain("SECRET");
  });

  it("drops and removes what it cannot read, and nothing else", async () => {
    await createCheckpointStore().save(checkpointOf("good"));
    const good = (await contents()).get("good") as ReturnType<typeof checkpointOf> & { format: number };
    const { session } = good;
    const { transfer } = session;
    const transferOf = (changes: object) => ({
      ...good,
      session: { ...session, transfer: { ...transfer, ...changes } },
    });
    await plant({
      text: "text",
      nothing: null,
      list: [],
      empty: {},
      "without a format": checkpointOf("without a format"),
      "of a later format": { ...good, format: good.format + 1 },
      "of another session": good,
      "no session": { ...good, session: undefined },
      "more confirmed than there is": { ...good, confirmed: good.file.sizeBytes + 1 },
      "half a byte": { ...good, confirmed: 0.5 },
      "no number": { ...good, savedAt: Number.NaN },
      "a script for an address": transferOf({ url: "javascript:alert(1)" }),
      "a header that is no text": transferOf({ headers: { a: 1 } }),
      "an unknown kind": transferOf({ kind: "pigeon" }),
      "no chunk at all": transferOf({ chunkBytes: 0 }),
    });
    // Each under the key that belongs to it, or the key alone would be to blame.
    for (const [key, value] of await contents()) {
      if (key === "good" || key === "of another session" || typeof value !== "object" || value === null) continue;
      const kept = value as { session?: object };
      if (kept.session) await plant({ [String(key)]: { ...kept, session: { ...kept.session, id: key } } });
    }
    expect(await idsFoundLater()).to.deep.equal(["good"]);
    expect([...(await contents()).keys()]).to.deep.equal(["good"]);
  });

  it("never holds more than 200, and lets the oldest go", async () => {
    await createCheckpointStore().save(checkpointOf("model"));
    const model = (await contents()).get("model") as ReturnType<typeof checkpointOf>;
    const older = Array.from({ length: 205 }, (_, age) => `old ${age}`);
    await plant(
      Object.fromEntries(
        older.map((id, age) => [id, { ...model, session: { ...model.session, id }, savedAt: 1_000 - age }]),
      ),
    );
    await plant({ unreadable: "?" });
    await createCheckpointStore().save(checkpointOf("newest", { savedAt: 1 }));
    const keys = new Set((await contents()).keys());
    expect(keys.size).to.equal(200);
    expect(keys.has("newest"), "what was just saved stays, even by a clock that goes wrong").to.equal(true);
    expect(keys.has("unreadable")).to.equal(false);
    expect(keys.has("old 0")).to.equal(true);
    expect(keys.has("old 204")).to.equal(false);
  });

  describe("with a file's handle", () => {
    it("opens the file again after a reload, and forgets the handle with the checkpoint", async function () {
      const handle = await privateFile("kept.txt", "Hello again.");
      if (!handle) return this.skip();
      const store = createCheckpointStore();
      await store.save(checkpointOf("one"), handle);
      await store.save(checkpointOf("one", { confirmed: 20_000_000 }));
      await store.save(checkpointOf("two"));

      const later = createCheckpointStore();
      const [one] = (await later.list(SCOPE)).filter(({ session }) => session.id === "one");
      expect(one?.confirmed).to.equal(20_000_000);
      // An engine that cannot store handles keeps the checkpoint all the same.
      if (!(await contents("handles")).has("one")) {
        expect(one?.reopenable).to.equal(false);
        expect(await later.reopen("one")).to.equal(null);
        return this.skip();
      }
      expect(one?.reopenable).to.equal(true);
      expect(await (await later.reopen("one"))?.text()).to.equal("Hello again.");
      expect((await later.list(SCOPE)).find(({ session }) => session.id === "two")?.reopenable).to.equal(false);
      expect(await later.reopen("two")).to.equal(null);
      expect(await later.reopen("never heard of")).to.equal(null);

      await removePrivateFile("kept.txt");
      expect(await later.reopen("one"), "the file is gone").to.equal(null);
      await later.remove("one");
      expect((await contents("handles")).size).to.equal(0);
    });

    it("does not open a file of a checkpoint that cannot be read", async function () {
      const handle = await privateFile("orphan.txt", "Whose?");
      if (!handle) return this.skip();
      const store = createCheckpointStore();
      await store.save(checkpointOf("one"), handle);
      await plant({ one: { format: 0 } });
      expect(await createCheckpointStore().reopen("one")).to.equal(null);
      await removePrivateFile("orphan.txt");
    });

    it("keeps the checkpoint when the handle cannot be stored", async () => {
      const handle = { kind: "file", getFile: () => {} } as unknown as FileSystemFileHandle;
      await createCheckpointStore().save(checkpointOf("one"), handle);
      expect((await createCheckpointStore().list(SCOPE)).map(({ reopenable }) => reopenable)).to.deep.equal([false]);
    });

    it("has nothing to reopen when what lies there is no handle", async () => {
      await createCheckpointStore().save(checkpointOf("one"));
      await plant({ one: { kind: "file", name: "fake" } }, "handles");
      expect((await createCheckpointStore().list(SCOPE)).map(({ reopenable }) => reopenable)).to.deep.equal([false]);
      expect(await createCheckpointStore().reopen("one")).to.equal(null);
    });
  });

  describe("keeps nothing, and says so at once or soon,", () => {
    it("where the page has no storage", () =>
      withIndexedDb(
        () => undefined,
        () => expectNothingKept(),
      ));

    it("where looking for storage is forbidden", () =>
      withIndexedDb(
        () => {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
        () => expectNothingKept(),
      ));

    it("where the origin is opaque", () => {
      const open = () => {
        throw new DOMException("access denied", "SecurityError");
      };
      return withIndexedDb(
        () => ({ open }),
        () => expectNothingKept(),
      );
    });

    it("when newer code has changed the database, which it leaves alone", async () => {
      const newer = await openDatabase(7);
      newer.close();
      await plant({ theirs: { format: 9 } });
      await expectNothingKept();
      expect([...(await contents())]).to.deep.equal([["theirs", { format: 9 }]]);
    });

    it("while another page holds up the database's deletion, and works again afterwards", async () => {
      const other = await openDatabase();
      const deleting = deleteDatabase();
      const store = createCheckpointStore();
      const listed = store.list(SCOPE);
      await turn();
      time.pass(OPEN_WITHIN_MS);
      expect(await listed).to.deep.equal([]);
      expect(await isDone(store.save(checkpointOf("lost")))).to.equal(false);
      other.close();
      await deleting;
      // The open request that was given up is answered now, before this one.
      (await openDatabase()).close();
      await store.save(checkpointOf("kept"));
      expect(await idsFoundLater()).to.deep.equal(["kept"]);
    });

    it("when the disk is full", async () => {
      const store = createCheckpointStore();
      await store.save(checkpointOf("before"));
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (...args) {
        const request = put.apply(this, args);
        this.transaction.abort();
        return request;
      };
      try {
        expect(await isDone(store.save(checkpointOf("too much")))).to.equal(false);
      } finally {
        IDBObjectStore.prototype.put = put;
      }
      await store.save(checkpointOf("after"));
      expect((await idsFoundLater()).sort()).to.deep.equal(["after", "before"]);
    });
  });

  it("says when a checkpoint could not be removed, and goes on", async () => {
    const store = createCheckpointStore();
    await store.save(checkpointOf("one"));
    const { delete: remove } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.delete = function (...args) {
      const request = remove.apply(this, args);
      this.transaction.abort();
      return request;
    };
    try {
      expect(await isDone(store.remove("one"))).to.equal(false);
    } finally {
      IDBObjectStore.prototype.delete = remove;
    }
    expect(await idsFoundLater()).to.deep.equal(["one"]);
    await store.remove("one");
    expect(await idsFoundLater()).to.deep.equal([]);
  });

  it("does not stand in the way of a deletion, and starts anew after it", async () => {
    const store = createCheckpointStore();
    await store.save(checkpointOf("one"));
    await deleteDatabase();
    expect(await store.list(SCOPE)).to.deep.equal([]);
    await store.save(checkpointOf("two"));
    expect(await idsFoundLater()).to.deep.equal(["two"]);
  });

  it("notices a connection that died without a word, and loses nothing by it", async () => {
    const opened: IDBDatabase[] = [];
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (...args) {
      const request = open.apply(this, args);
      request.addEventListener("success", () => opened.push(request.result));
      return request;
    };
    try {
      const store = createCheckpointStore();
      await store.save(checkpointOf("one"));
      for (const connection of opened) connection.close();
      await store.save(checkpointOf("two"));
      expect((await idsFoundLater()).sort()).to.deep.equal(["one", "two"]);
    } finally {
      IDBFactory.prototype.open = open;
    }
  });
});
