import { type MetadataValue, type Options, S3Store } from "@tus/s3-store";
import { ERRORS, type KvStore, type Upload } from "@tus/server";

/** What one instance remembers of an upload, another one has removed meanwhile: so none remembers anything. */
const NO_MEMORY: KvStore<MetadataValue> = {
  get: async () => undefined,
  set: async () => {},
  delete: async () => {},
};

/** S3Store, with what the relay needs of it mended where S3Store 2.0 falls short of it. */
export class RelayS3Store extends S3Store {
  constructor(options: Options) {
    super({ ...options, cache: NO_MEMORY });
  }

  /** S3Store calls an upload missing whenever S3 fails; the browser would then begin anew. */
  override async getUpload(id: string): Promise<Upload> {
    try {
      await this.getMetadata(id);
    } catch (error) {
      throw isNotFound(error) ? ERRORS.FILE_NOT_FOUND : error;
    }
    return super.getUpload(id);
  }

  /** S3Store leaves the object of a complete upload, and the rest that is too small for a part. */
  override async remove(id: string): Promise<void> {
    await super.remove(id).catch((error: unknown) => {
      if (error !== ERRORS.FILE_NOT_FOUND) throw error;
    });
    const keys = [id, this.infoKey(id), this.partKey(id, true)];
    await this.client.deleteObjects({ Bucket: this.bucket, Delete: { Objects: keys.map((Key) => ({ Key })) } });
  }

  /** S3Store knows of incomplete uploads only. */
  override async deleteExpired(): Promise<number> {
    const before = Date.now() - this.getExpiration();
    let removed = 0;
    for await (const { id, createdAt } of this.entries()) {
      if (createdAt > before) continue;
      await this.remove(id);
      removed += 1;
    }
    return removed;
  }

  /** The names of all uploads in the bucket. */
  async list(): Promise<string[]> {
    const ids: string[] = [];
    for await (const { id } of this.entries()) ids.push(id);
    return ids;
  }

  private async *entries(): AsyncGenerator<{ readonly id: string; readonly createdAt: number }, void> {
    const suffix = this.infoKey("");
    let token: string | undefined;
    do {
      const page = await this.client.listObjectsV2({
        Bucket: this.bucket,
        ...(token === undefined ? {} : { ContinuationToken: token }),
      });
      for (const { Key = "", LastModified } of page.Contents ?? []) {
        if (Key.endsWith(suffix)) yield { id: Key.slice(0, -suffix.length), createdAt: LastModified?.getTime() ?? 0 };
      }
      token = page.NextContinuationToken;
    } while (token !== undefined);
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof Error && (error.name === "NotFound" || error.name === "NoSuchKey");
}
