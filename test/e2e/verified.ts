import assert from "node:assert/strict";
import { basename } from "node:path";
import { md5Of, sameBytes } from "./source-files.ts";
import type { Stage } from "./support.ts";
import type { SeenUpload } from "./widget-page.ts";

/** The page says verified, the server's own record says completed, and storage holds the very bytes of the source. */
export async function assertVerified(
  { emulator }: Stage,
  upload: SeenUpload | undefined,
  source: string,
): Promise<void> {
  assert.ok(upload, `${basename(source)} is not on the list`);
  assert.equal(upload.status, "succeeded", `${upload.name}: ${upload.error}`);
  assert.equal(upload.remoteStatus, "COMPLETED");
  assert.ok(upload.fileId);
  const md5 = await md5Of(source);
  assert.equal(upload.md5, md5, "the page's digest");
  const stored = emulator.files().find(({ id }) => id === upload.fileId);
  assert.equal(stored?.status, "COMPLETED");
  assert.equal(stored?.md5, md5, "the digest that the server took of the stored bytes");
  const object = emulator.objectPath(upload.fileId);
  assert.ok(object, "storage holds an object");
  assert.ok(await sameBytes(source, object), "storage holds the source's bytes");
}
