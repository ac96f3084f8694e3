import { expect } from "@open-wc/testing";
import {
  createUploadedStore,
  MOST_REMEMBERED,
  REMEMBERED_MS,
  type WriteMark,
} from "../../src/browser/uploaded-store.ts";
import { nameOfFirst } from "../../src/engine/duplicates/same-file.ts";
import type { UploadedFile } from "../../src/engine/ports.ts";
import { until } from "../support/until.ts";
import { contents, deleteDatabase, openDatabase, plant } from "./checkpoints.ts";

const NOW = Date.UTC(2026, 10, 29);

function fileOf(name: string, changes: Partial<UploadedFile> = {}): UploadedFile {
  return {
    id: `id of ${name}`,
    name,
    folder: "",
    sizeBytes: 5,
    md5: "5d41402abc4b2a76b9719d911017c592",
    uploadedAt: NOW,
    scope: "/api/uploads",
    purpose: "meeting_transcript",
    context: "",
    ...changes,
  };
}

/** The mark that all tabs share. */
function sharedMark(): WriteMark {
  let mark: string | null = null;
  return {
    read: () => mark,
    write: (next) => {
      mark = next;
    },
  };
}

describe("the store of uploaded files", () => {
  let mark: WriteMark;
  const tab = () => createUploadedStore(mark, () => NOW);
  const names = async (store: ReturnType<typeof tab>) => (await store.list()).map(({ name }) => name);
  const records = async () => [...(await contents("uploaded")).values()];
  /** Number of files in the database, in whatever records. */
  const stored = async () =>
    (await records()).reduce<number>((sum, record) => sum + ((record as { files?: unknown[] }).files?.length ?? 1), 0);
  /** Once written, which happens in the background. */
  const written = (count: number) => until(`${count} files`, async () => (await stored()) === count);

  beforeEach(async () => {
    await deleteDatabase();
    mark = sharedMark();
  });

  it("gives back after a reload what was saved, the latest first, and nothing else that hangs on the object", async () => {
    const store = tab();
    await store.save(fileOf("old.vtt", { uploadedAt: NOW - 1 }));
    await store.save({ ...fileOf("new.vtt"), ...{ content: "SECRET" } });
    expect(await names(store), "at once").to.deep.equal(["new.vtt", "old.vtt"]);
    await written(2);
    expect(await tab().list()).to.deep.equal([fileOf("new.vtt"), fileOf("old.vtt", { uploadedAt: NOW - 1 })]);
    expect(JSON.stringify([...(await contents("uploaded"))])).not.to.contain("SECRET");
  });

  it("reads again when another tab has saved", async () => {
    const one = tab();
    const other = tab();
    expect(await names(other)).to.deep.equal([]);
    await one.save(fileOf("theirs.vtt"));
    await until("the other tab to see it", async () => (await names(other)).length === 1);
    await other.save(fileOf("ours.vtt", { uploadedAt: NOW + 1 }));
    await until("the first tab to see both", async () => (await names(one)).length === 2);
    expect(await names(other)).to.deep.equal(["ours.vtt", "theirs.vtt"]);
  });

  it("replaces a file by its later upload, and keeps places apart", async () => {
    const store = tab();
    await store.save(fileOf("call.vtt"));
    await store.save(fileOf("call.vtt", { id: "later", uploadedAt: NOW + 1 }));
    await store.save(fileOf("call.vtt", { scope: "/elsewhere" }));
    await written(3);
    expect((await tab().list()).map(({ id, scope }) => [id, scope])).to.deep.equal([
      ["later", "/api/uploads"],
      ["id of call.vtt", "/elsewhere"],
    ]);
  });

  it("finds files of one name among those that it has read and saved, whatever number a browser added", async () => {
    const before = tab();
    await before.save(fileOf("call.vtt", { uploadedAt: NOW - 1 }));
    await before.save(fileOf("other.vtt"));
    await before.save(fileOf("call.vtt", { md5: "other content", uploadedAt: NOW - 2 }));
    await written(3);
    const store = tab();
    await store.save(fileOf("call (1).vtt"));
    const alike = async (name: string) =>
      (await store.list(nameOfFirst(name))).map(({ uploadedAt }) => NOW - uploadedAt);
    expect(await alike("call (2).vtt")).to.deep.equal([0, 1, 2]);
    expect(await alike("other.vtt")).to.deep.equal([0]);
    expect(await alike("none.vtt")).to.deep.equal([]);
  });

  it("forgets what is older than half a year, and what it cannot read", async () => {
    const store = tab();
    await store.save(fileOf("old.vtt", { uploadedAt: NOW - REMEMBERED_MS - 1 }));
    await store.save(fileOf("young.vtt", { uploadedAt: NOW - REMEMBERED_MS }));
    await written(2);
    await plant({ text: "text", empty: {}, list: [], newer: { files: [fileOf("newer.vtt")], format: 3 } }, "uploaded");
    expect(await names(tab())).to.deep.equal(["young.vtt"]);
    await written(1);
  });

  it("writes the files of one moment as one record, and merges records when there are many", async () => {
    const store = tab();
    await store.save(fileOf("first"));
    await until("the first write", async () => (await stored()) === 1);
    for (let index = 0; index < 100; index += 1) await store.save(fileOf(`${index}`));
    await written(101);
    expect((await records()).length).to.equal(2);
    for (let index = 0; index < 19; index += 1) {
      const again = fileOf(`${index}`, { id: "again", uploadedAt: NOW + 1 });
      await plant({ [`${index}`]: { format: 2, files: [again] } }, "uploaded");
    }
    await store.save(fileOf("last"));
    await until("one record", async () => (await records()).length === 1);
    expect(await stored(), "each file once").to.equal(102);
    const ids = (await tab().list()).map(({ id }) => id);
    expect(ids.filter((id) => id === "again").length, "the latest upload of each").to.equal(19);
  });

  it("holds a thousand files, and removes the oldest", async () => {
    const store = tab();
    for (let index = 0; index <= MOST_REMEMBERED; index += 1) {
      await store.save(fileOf(`${index}`, { md5: `${index}`, uploadedAt: NOW - index }));
    }
    await written(MOST_REMEMBERED);
    const left = await names(tab());
    expect([left.length, left.includes("0"), left.includes(`${MOST_REMEMBERED}`)]).to.deep.equal([
      MOST_REMEMBERED,
      true,
      false,
    ]);
  });

  it("is added to the database of an earlier version, whose checkpoints it keeps", async () => {
    const earlier = await openDatabase(1);
    earlier.close();
    await plant({ one: "of version 1" });
    await tab().save(fileOf("call.vtt"));
    await written(1);
    expect([...(await contents()).keys()]).to.deep.equal(["one"]);
  });

  it("keeps what was saved for the page, and fails nowhere, when the browser stores nothing", async () => {
    const real = Object.getOwnPropertyDescriptor(window, "indexedDB");
    Object.defineProperty(window, "indexedDB", {
      get() {
        throw new DOMException("no storage here", "SecurityError");
      },
      configurable: true,
    });
    try {
      const store = tab();
      await store.save(fileOf("call.vtt"));
      expect(await names(store)).to.deep.equal(["call.vtt"]);
    } finally {
      Reflect.deleteProperty(window, "indexedDB");
      if (real) Object.defineProperty(window, "indexedDB", real);
    }
  });
});
