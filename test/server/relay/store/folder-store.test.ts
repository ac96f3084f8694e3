import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { mkdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, it } from "node:test";
import type { FileStore } from "@tus/file-store";
import { Upload } from "@tus/server";
import { folderStorage } from "../../../../src/server/relay/store/folder-store.ts";
import { newBytesId } from "../../../../src/server/relay/store/ids.ts";
import { findUpload, removeEntry } from "../../../../src/server/relay/store/records.ts";
import { temporaryFolder } from "../relay-lab.ts";

/** Two instances on one folder, with an entry that has expired. */
let directory: string;
let first: FileStore;
let second: FileStore;
let id: string;

beforeEach(async () => {
  directory = temporaryFolder();
  first = folderStorage(directory, 1000).store as FileStore;
  second = folderStorage(directory, 1000).store as FileStore;
  id = newBytesId(5);
  const creation_date = new Date(Date.now() - 60_000).toISOString();
  await first.create(new Upload({ id, size: 5, offset: 0, creation_date }));
});

/** Runs `meanwhile` when the store has deleted the bytes of an entry and is about to delete its JSON file. */
function betweenBytesAndJson(store: FileStore, meanwhile: () => Promise<unknown>): void {
  const { configstore } = store;
  const original = configstore.delete.bind(configstore);
  configstore.delete = async (key) => {
    configstore.delete = original;
    await meanwhile();
    await original(key);
  };
}

describe("an expired entry of a folder", () => {
  it("is deleted by two instances whose clean-ups overlap", async () => {
    betweenBytesAndJson(first, () => second.deleteExpired());
    await first.deleteExpired();
    assert.deepEqual(readdirSync(directory), []);
  });

  it("is deleted by a clean-up while another instance cancels the upload", async () => {
    betweenBytesAndJson(first, () => removeEntry(second, id));
    await first.deleteExpired();
    assert.deepEqual(readdirSync(directory), []);
  });

  it("is deleted by a cancel while another instance cleans up", async () => {
    betweenBytesAndJson(first, () => second.deleteExpired());
    await removeEntry(first, id);
    assert.deepEqual(readdirSync(directory), []);
  });

  it("is deleted by a cancel while the same instance cleans up", async () => {
    betweenBytesAndJson(first, () => first.deleteExpired());
    await removeEntry(first, id);
    assert.deepEqual(readdirSync(directory), []);
  });

  it("is deleted even if a crash left only its JSON file", async () => {
    await writeFile(
      join(directory, `${newBytesId(7)}.json`),
      JSON.stringify({ creation_date: "2026-01-01T00:00:00Z" }),
    );
    assert.equal(await first.deleteExpired(), 2);
    assert.deepEqual(readdirSync(directory), []);
  });
});

describe("files that a crash has left in a folder", () => {
  const longAgo = new Date(Date.now() - 60_000);

  async function leave(name: string, text = "", changedAt = longAgo): Promise<void> {
    await writeFile(join(directory, name), text);
    await utimes(join(directory, name), changedAt, changedAt);
  }

  it("are deleted when they are as old as an expired entry: bytes without JSON, half of a JSON file, a draft", async () => {
    await leave(newBytesId(5));
    await leave(`${newBytesId(6)}.json`, '{"id":');
    await leave(`${newBytesId(7)}.json.new`, '{"id":');
    await first.deleteExpired();
    assert.deepEqual(readdirSync(directory), []);
  });

  it("are kept while the request that writes them may still be running", async () => {
    const bytesId = newBytesId(5);
    await leave(bytesId, "", new Date());
    await first.deleteExpired();
    assert.deepEqual(readdirSync(directory), [bytesId]);
  });
});

describe("an entry of a folder", () => {
  it("is reported as missing only if it does not exist, not if the disk fails", async () => {
    const unreadable = newBytesId(5);
    await mkdir(join(directory, `${unreadable}.json`));
    await assert.rejects(first.getUpload(unreadable), { code: "EISDIR" });
    assert.equal(await findUpload(first, newBytesId(5)), null);
  });
});
