import assert from "node:assert/strict";
import { Agent, createServer } from "node:http";
import { connect, createServer as createTcpServer, type Server, type Socket } from "node:net";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { Redis } from "ioredis";
import { DefaultHttpStack, Upload as TusUpload } from "tus-js-client";
import type { RunningEmulator } from "../../demo/emulator/index.ts";
import { createSharedRelay, type SharedRelay } from "../../demo/recipes/relay-s3.ts";
import { RelayS3Store } from "../../demo/recipes/relay-s3-store.ts";
import { RedisLocker } from "../../src/server/redis/index.ts";
import * as lab from "../server/relay/relay-lab.ts";
import { peersMissing } from "../support/ensure-peers.mjs";
import { freePort, startProgram, stopProgram } from "../support/processes.mjs";
import { startS3 } from "../support/s3-server.mjs";

// The SDK tells every process by how long it will outlive this version of Node; that is none of these tests' business.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

const { MIB } = lab;
const BUCKET = "relay";
const bytes = lab.bytesOf(23 * MIB + 11);
const digest = lab.md5(bytes);

/** The bucket, as its owner sees it. */
class Bucket extends RelayS3Store {
  async make(): Promise<void> {
    await this.client.createBucket({ Bucket: this.bucket });
  }

  async keys(): Promise<string[]> {
    const { Contents = [] } = await this.client.listObjectsV2({ Bucket: this.bucket });
    return Contents.map(({ Key = "" }) => Key);
  }

  async unfinished(): Promise<number> {
    return (await this.client.listMultipartUploads({ Bucket: this.bucket })).Uploads?.length ?? 0;
  }
}

interface Instance extends SharedRelay {
  readonly port: number;
  /** Requests that this instance has answered. */
  requests(): number;
}

describe("two relays that share a bucket and Redis", { skip: peersMissing("an S3 server (Ceph)", "Redis") }, () => {
  let s3: Awaited<ReturnType<typeof startS3>>;
  let redisServer: ReturnType<typeof startProgram>;
  let redisUrl = "";
  let bucket: Bucket;

  before(async () => {
    s3 = await startS3();
    const port = await freePort();
    redisServer = startProgram("redis-server", ["--port", String(port), "--bind", "127.0.0.1", "--save", ""]);
    redisUrl = `redis://127.0.0.1:${port}`;
    bucket = new Bucket({
      s3ClientConfig: {
        bucket: BUCKET,
        region: "us-east-1",
        endpoint: s3.endpoint,
        credentials: s3,
        forcePathStyle: true,
      },
    });
    await bucket.make();
  });
  after(async () => {
    await s3?.close();
    await stopProgram(redisServer);
  });

  let emulator: RunningEmulator;
  let instances: readonly Instance[];
  let front: Awaited<ReturnType<typeof roundRobin>>;

  beforeEach(async () => {
    emulator = await lab.emulate();
    instances = [await startInstance(), await startInstance()];
    front = await roundRobin(instances.map(({ port }) => port));
  });

  afterEach(async () => {
    for (const id of await bucket.list()) await bucket.remove(id);
  });

  async function startInstance(endpoint = s3.endpoint): Promise<Instance> {
    const shared = createSharedRelay({
      bucket: BUCKET,
      region: "us-east-1",
      endpoint,
      credentials: s3,
      redisUrl,
      relay: { url: "/api/relay", secret: lab.SECRET, maxStoredBytes: 3 * bytes.length, onError: () => {} },
    });
    let requests = 0;
    const server = createServer({ requestTimeout: 0 }, (req, res) => {
      requests += 1;
      shared.relay.listener(req, res);
    });
    const url = await lab.listening(server);
    lab.atEnd(async () => shared.close());
    return { ...shared, port: Number(new URL(url).port), requests: () => requests };
  }

  const [first, second] = [() => instances[0] as Instance, () => instances[1] as Instance];
  const open = (opening: lab.Opening = {}, at = first()) =>
    lab.openUpload({ relay: at.relay, url: front.url }, emulator, bytes.length, opening);
  const at = (instance: Instance, upload: lab.Upload): lab.Upload => ({
    ...upload,
    url: upload.url.replace(front.url, `http://127.0.0.1:${instance.port}`),
  });

  it("serve one upload chunk by chunk, through a cut, and pass it on once", async () => {
    const upload = await open();
    let cuts = 0;
    await new Promise<void>((resolve, reject) => {
      const client = new TusUpload(Buffer.from(bytes), {
        uploadUrl: upload.url,
        headers: { Authorization: `Bearer ${upload.token}` },
        httpStack: new DefaultHttpStack({ agent: new Agent({ keepAlive: false }) }),
        storeFingerprintForResuming: false,
        // Neither a part of S3's nor a multiple of one.
        chunkSize: 3 * MIB + 1,
        retryDelays: [0, 100, 500],
        onProgress(sentBytes) {
          if (sentBytes < (4 + 8 * cuts) * MIB || cuts === 2) return;
          cuts += 1;
          front.cut();
        },
        onSuccess: () => resolve(),
        onError: reject,
      });
      client.start();
    });
    assert.equal(cuts, 2);
    for (const instance of instances) assert.ok(instance.requests() > 2, `${instance.requests()} requests`);
    assert.deepEqual(lab.puts(emulator, upload.file), [bytes.length]);
    assert.equal(lab.storedMd5(emulator, upload.file), digest);
    assert.equal(await lab.complete(emulator, upload.file, digest), "COMPLETED");
    assert.deepEqual(
      (await bucket.keys()).filter((key) => key.startsWith("b")),
      [],
    );
    for (const instance of instances) assert.equal((await lab.head(at(instance, upload))).status, 200);
    await second().relay.forget(upload);
    assert.deepEqual([await bucket.keys(), await bucket.unfinished()], [[], 0]);
  });

  it("ask storage once, though both are asked at the same time", async () => {
    const upload = await open();
    await lab.patch(at(first(), upload), 0, bytes.slice(0, 6 * MIB));
    emulator.faults.add({ at: "transfer", do: "trickle", bytesPerSecond: 24 * MIB });
    const sending = lab.patch(at(first(), upload), 6 * MIB, bytes.slice(6 * MIB));
    await lab.until("storage to be asked", () => lab.puts(emulator, upload.file).length > 0);
    const asked = await Promise.all([lab.head(at(second(), upload)), lab.head(at(first(), upload)), sending]);
    assert.deepEqual(
      asked.map(({ status }) => status),
      [200, 200, 204],
    );
    assert.deepEqual(lab.puts(emulator, upload.file), [bytes.length]);
    await first().relay.forget(upload);
  });

  it("stop each other's requests for one upload, and tell the true offset", async () => {
    const upload = await open();
    const stale = lab.slowPatch(at(first(), upload), 0, bytes, bytes.length, 6 * MIB);
    // Only who holds the lock of the bytes can be stopped. That of their delivery is held earlier.
    const redis = new Redis(redisUrl);
    lab.atEnd(async () => redis.disconnect());
    const isWriting = (key: string) => !key.includes("-delivery");
    await lab.untilAsync("the first to write", async () => (await redis.keys("relay-lock:{b*")).some(isWriting));
    const offset = await lab.eventually(async () => lab.head(at(second(), upload)));
    assert.equal(offset.status, 200);
    const confirmed = lab.offsetOf(offset);
    assert.ok(confirmed <= 6 * MIB);
    const rest = await lab.patch(at(second(), upload), confirmed, bytes.slice(confirmed));
    assert.deepEqual([rest.status, lab.offsetOf(rest)], [204, bytes.length]);
    assert.equal(await lab.complete(emulator, upload.file, digest), "COMPLETED");
    stale.destroy();
    await first().relay.forget(upload);
  });

  it("know at once what the other has removed or bound to a new session", async () => {
    const old = await open();
    await lab.patch(at(first(), old), 0, bytes.slice(0, 7 * MIB));
    assert.equal(lab.offsetOf(await lab.head(at(second(), old))), 7 * MIB);
    const next = await open({ replaces: old.file.id }, second());
    assert.equal(next.offset, 7 * MIB);
    assert.equal((await lab.head(at(first(), old))).status, 404);
    assert.equal((await lab.remove(at(first(), next))).status, 204);
    assert.equal((await lab.head(at(second(), next))).status, 404);
    assert.deepEqual([await bucket.keys(), await bucket.unfinished()], [[], 0]);
  });

  it("keep together within what may be stored", async () => {
    const uploads = [await open({}, first()), await open({}, second()), await open({}, first())];
    await assert.rejects(open({}, second()), { status: 503, code: "relay_full" });
    for (const { file } of uploads) await first().relay.forget({ file });
    assert.deepEqual([await bucket.keys(), await bucket.unfinished()], [[], 0]);
  });

  it("do not call an upload missing when S3 is", async () => {
    const upload = await open();
    const cutOff = await startInstance(`http://127.0.0.1:${await freePort()}`);
    const answer = await lab.head(at(cutOff, upload));
    assert.ok(answer.status >= 500, `HEAD answered ${answer.status}`);
    await first().relay.forget(upload);
  });

  it("are not held up by an instance that died with a lock", async () => {
    const [dying, living] = [new Redis(redisUrl), new Redis(redisUrl)];
    lab.atEnd(async () => living.disconnect());
    const never = new AbortController().signal;
    await new RedisLocker(dying, { leaseMs: 500 }).newLock("upload").lock(never, () => {});
    dying.disconnect();
    const lock = new RedisLocker(living, { leaseMs: 500 }).newLock("upload");
    await lock.lock(never, () => {});
    await lock.unlock();
    assert.deepEqual(await living.keys("*upload*"), []);
  });
});

/** One connection to one instance, the next connection to the next. */
async function roundRobin(ports: readonly number[]): Promise<{ readonly url: string; cut(): void }> {
  const open = new Set<Socket>();
  let turn = 0;
  const server: Server = createTcpServer((client) => {
    const instance = connect(ports[turn++ % ports.length] ?? 0, "127.0.0.1");
    for (const [socket, other] of [
      [client, instance],
      [instance, client],
    ] as const) {
      open.add(socket);
      socket
        .on("error", () => {})
        .on("close", () => {
          open.delete(socket);
          other.destroy();
        });
      socket.pipe(other);
    }
  });
  const cut = (): void => {
    for (const socket of open) socket.destroy();
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  lab.atEnd(async () => {
    cut();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  return { url: `http://127.0.0.1:${address.port}`, cut };
}
