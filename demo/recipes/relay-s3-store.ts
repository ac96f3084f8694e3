import { type MetadataValue, type Options, S3Store } from "@tus/s3-store";
import { ERRORS, type KvStore, type Upload } from "@tus/server";

/** A cache that stores nothing, because another instance may have deleted what one instance remembers. */
const NO_MEMORY: KvStore<MetadataValue> = {
  get: async () => undefined,
  set: async () => {},
  delete: async () => {},
};

/** S3Store with fixes for what the relay needs and S3Store 2.0 lacks. */
export class RelayS3Store extends S3Store {
  constructor(options: Options) {
    super({ ...options, cache: NO_MEMORY });
  }

  /** S3Store reports an upload as missing whenever S3 fails, and the browser would then restart it. */
  override async getUpload(id: string): Promise<Upload> {
    try {
      await this.getMetadata(id);
    } catch (error) {
      throw isNotFound(error) ? ERRORS.FILE_NOT_FOUND : error;
    }
    return super.getUpload(id);
  }

  /** S3Store does not delete the object of a complete upload, nor the remainder that is too small for a part. */
  override async remove(id: string): Promise<void> {
    await super.remove(id).catch((error: unknown) => {
      if (error !== ERRORS.FILE_NOT_FOUND) throw error;
    });
    const keys = [id, this.infoKey(id), this.partKey(id, true)];
    await this.client.deleteObjects({ Bucket: this.bucket, Delete: { Objects: keys.map((Key) => ({ Key })) } });
  }

  /** Deletes all expired uploads. S3Store deletes incomplete ones only. */
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

  /** Ids of all uploads in the bucket. */
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
