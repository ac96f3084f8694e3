import { expect } from "@open-wc/testing";
import { UploadError } from "../../src/engine/errors.ts";
import { Unavailable } from "../../src/hash/md5-backend.ts";
import {
  type HashStrategy,
  inlinedJsWorker,
  inlinedWorker,
  pageJs,
  pageWasm,
  workerByUrl,
} from "../../src/hash/strategies.ts";
import { WorkerHasher } from "../../src/hash/worker-hasher.ts";
import { vanishedFile } from "../browser/vanished-file.ts";
import { until } from "../support/until.ts";
import { KNOWN_DIGESTS, patternFile } from "./known-digests.ts";

const MiB = 1024 * 1024;
const WORKER_FILE = new URL("../../src/hash/md5.worker.js", import.meta.url).href;
const STRATEGIES: readonly HashStrategy[] = [
  workerByUrl(WORKER_FILE),
  inlinedWorker,
  inlinedJsWorker,
  pageWasm,
  pageJs,
];
const never = new AbortController().signal;
/** A busy machine may take long to start a worker, and its patience is tested on its own. */
const PATIENT_MS = 50_000;

const hashers: WorkerHasher[] = [];
function hasherOf(...strategies: readonly HashStrategy[]): WorkerHasher {
  const hasher = new WorkerHasher({ strategies, startTimeoutMs: PATIENT_MS });
  hashers.push(hasher);
  return hasher;
}
afterEach(() => {
  for (const hasher of hashers.splice(0)) hasher.dispose();
});

/** A way of hashing that does not work, and counts how often it was tried. */
function broken(key: string, open: () => HashStrategy["open"]): HashStrategy & { readonly tries: () => number } {
  let tries = 0;
  return {
    name: "inlined-worker",
    key,
    open(startTimeoutMs) {
      tries += 1;
      return open()(startTimeoutMs);
    },
    tries: () => tries,
  };
}

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("It did not reject.");
}

/**
 * On a busy machine the first worker of a WebKitGTK page sometimes never runs, although its script was served (2.50.6). The
 * product takes the next way then, and tries this one again with the next file; a test with one way alone has no next.
 */
before(async () => {
  if (!/AppleWebKit/.test(navigator.userAgent) || /Chrom/.test(navigator.userAgent)) return;
  await until("the first worker of the page", async () => {
    const first = new WorkerHasher({ strategies: [workerByUrl(WORKER_FILE)] });
    return first
      .md5(patternFile(1), never)
      .catch(() => "")
      .finally(() => first.dispose());
  });
});

describe("a hasher that is warmed up", () => {
  it("starts what hashes the first file, once, and tries the next one when that fails", async () => {
    const works = broken("works", () => pageJs.open);
    const hasher = hasherOf(works);
    hasher.warmUp();
    hasher.warmUp();
    expect(works.tries()).to.equal(1);
    await hasher.md5(patternFile(3), never);
    expect(works.tries()).to.equal(1);

    const fails = broken(
      "fails when warmed up",
      () => () => Promise.reject(new Unavailable("refused", { permanent: true })),
    );
    const other = hasherOf(fails, pageJs);
    other.warmUp();
    expect(await other.md5(patternFile(3), never)).to.equal("3b704fb2660febf62921a0caaa8de56b");
    expect(fails.tries()).to.equal(1);
  });
});

for (const strategy of STRATEGIES) {
  describe(`the MD5 by ${strategy.name}`, () => {
    it("is right for every length around the block borders", async () => {
      const hasher = hasherOf(strategy);
      for (const [bytes, md5] of KNOWN_DIGESTS) {
        expect(await hasher.md5(patternFile(bytes), never), `${bytes} bytes`).to.equal(md5);
      }
    });

    it("keeps several files apart that are hashed at once", async () => {
      const hasher = hasherOf(strategy);
      const digests = await Promise.all(KNOWN_DIGESTS.map(([bytes]) => hasher.md5(patternFile(bytes), never)));
      expect(digests).to.deep.equal(KNOWN_DIGESTS.map(([, md5]) => md5));
    });

    it("says so when the file cannot be read any more", async function () {
      const file = await vanishedFile(3 * MiB);
      if (!file) return this.skip();
      const error = await rejection(hasherOf(strategy).md5(file, never));
      expect(error).to.be.instanceOf(UploadError).with.property("code", "file-unreadable");
    });

    it("stops with the reason of the signal, and goes on with other files", async () => {
      const hasher = hasherOf(strategy);
      const controller = new AbortController();
      const stopped = rejection(hasher.md5(new Blob([new Uint8Array(64 * MiB)]), controller.signal));
      const reason = new Error("enough");
      const [bytes, md5] = KNOWN_DIGESTS[3] ?? [0, ""];
      const other = hasher.md5(patternFile(bytes), never);
      controller.abort(reason);
      expect(await stopped).to.equal(reason);
      expect(await other).to.equal(md5);
    });
  });
}

describe("one worker for all files", () => {
  it("does not let a small file wait behind a large one", async () => {
    const hasher = hasherOf(inlinedWorker);
    // 512 MiB that nobody has to hold: the same 8 MiB again and again.
    const part = new Blob([new Uint8Array(8 * MiB)]);
    await part.arrayBuffer();
    const controller = new AbortController();
    let isLargeDone = false;
    const large = hasher.md5(new Blob(Array.from({ length: 64 }, () => part)), controller.signal).finally(() => {
      isLargeDone = true;
    });
    const stopped = rejection(large);
    await hasher.md5(patternFile(1), never);
    expect(isLargeDone).to.equal(false);
    controller.abort(new Error("enough"));
    await stopped;
  });

  it("is started once for many files, and anew after dispose", async () => {
    const counted = broken("counted", () => inlinedWorker.open);
    const hasher = hasherOf(counted);
    await Promise.all([1, 2, 3].map((bytes) => hasher.md5(patternFile(bytes), never)));
    expect(counted.tries()).to.equal(1);
    hasher.dispose();
    await hasher.md5(patternFile(1), never);
    expect(counted.tries()).to.equal(2);
  });

  it("is given back after a while without work", async () => {
    const counted = broken("idle", () => inlinedWorker.open);
    let closed: () => void = () => {};
    const isClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const watched: HashStrategy = {
      ...counted,
      async open(startTimeoutMs) {
        const backend = await counted.open(startTimeoutMs);
        const close = () => {
          backend.close();
          closed();
        };
        return { ...backend, close };
      },
    };
    const hasher = new WorkerHasher({ strategies: [watched], idleMs: 20, startTimeoutMs: PATIENT_MS });
    await hasher.md5(patternFile(1), never);
    await isClosed;
    await hasher.md5(patternFile(1), never);
    expect(counted.tries()).to.equal(2);
    hasher.dispose();
  });

  it("ends the work under way when it is disposed of", async () => {
    const hasher = hasherOf(inlinedWorker, pageJs);
    await hasher.md5(patternFile(1), never);
    const pending = rejection(hasher.md5(new Blob([new Uint8Array(64 * MiB)]), never));
    hasher.dispose();
    expect(await pending).to.be.instanceOf(UploadError);
  });
});

describe("a way of hashing that the page refuses", () => {
  const [bytes, md5] = KNOWN_DIGESTS[5] ?? [0, ""];
  const scriptStrategy = (key: string, source: string, startTimeoutMs = PATIENT_MS) => {
    const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    return broken(key, () => () => workerByUrl(url).open(startTimeoutMs));
  };
  const cases: readonly (readonly [string, HashStrategy & { tries(): number }])[] = [
    ["a worker file that is not there", broken("missing", () => workerByUrl(`${WORKER_FILE}.missing`).open)],
    ["a worker on another origin", broken("foreign", () => workerByUrl("http://127.0.0.1:1/md5.worker.js").open)],
    ["a worker file that is no script", scriptStrategy("no script", "<!doctype html>")],
    [
      "a worker that may not compile WebAssembly",
      scriptStrategy("no wasm", "postMessage({kind:'refused',reason:'CSP'})"),
    ],
    ["a worker file of another version", scriptStrategy("old", "postMessage({kind:'ready',protocol:0})")],
    [
      "a worker that breaks at work",
      scriptStrategy("crash", "postMessage({kind:'ready',protocol:1});onmessage=()=>{throw new Error('crash')}"),
    ],
    [
      "a worker whose WebAssembly fails at work",
      scriptStrategy(
        "out of memory",
        "postMessage({kind:'ready',protocol:1});onmessage=({data:{job}})=>postMessage({kind:'broken',job,reason:'memory'})",
      ),
    ],
  ];
  for (const [what, strategy] of cases) {
    it(`gives way to the next one, for good: ${what}`, async () => {
      const hasher = hasherOf(strategy, pageWasm);
      expect(await hasher.md5(patternFile(bytes), never)).to.equal(md5);
      expect(await hasher.md5(patternFile(bytes), never)).to.equal(md5);
      expect(await hasherOf(strategy, pageWasm).md5(patternFile(bytes), never)).to.equal(md5);
      expect(strategy.tries()).to.equal(1);
    });
  }

  it("is waited for no longer than the limit, and tried again with the next file", async () => {
    const silent = scriptStrategy("silent", "", 30);
    const hasher = hasherOf(silent, pageWasm);
    expect(await hasher.md5(patternFile(bytes), never)).to.equal(md5);
    expect(await hasher.md5(patternFile(bytes), never)).to.equal(md5);
    expect(silent.tries()).to.equal(2);
  });

  it("hands over every file that was being hashed when the worker broke", async () => {
    const source = "postMessage({kind:'ready',protocol:1});let n=0;onmessage=()=>{if(++n===3)throw new Error('crash')}";
    const hasher = hasherOf(scriptStrategy("late crash", source), pageWasm);
    const digests = await Promise.all(
      [0, 1, 2].map((index) => hasher.md5(patternFile(KNOWN_DIGESTS[index]?.[0] ?? 0), never)),
    );
    expect(digests).to.deep.equal([0, 1, 2].map((index) => KNOWN_DIGESTS[index]?.[1]));
  });

  it("gives way when its worker cannot read a file that the page can read", async () => {
    const source =
      "postMessage({kind:'ready',protocol:1});onmessage=({data:{job}})=>postMessage({kind:'unreadable',job,reason:'here'})";
    expect(await hasherOf(scriptStrategy("blind", source), pageWasm).md5(patternFile(bytes), never)).to.equal(md5);
  });

  it("ends in an error of ours when nothing is left", async () => {
    const hasher = hasherOf(broken("only", () => workerByUrl(`${WORKER_FILE}.missing`).open));
    const error = await rejection(hasher.md5(patternFile(bytes), never));
    expect(error).to.be.instanceOf(UploadError).with.property("code", "internal");
  });
});

describe("the default way", () => {
  it("uses the worker file beside the script where the page may load it", async () => {
    performance.clearResourceTimings();
    const hasher = new WorkerHasher({ startTimeoutMs: PATIENT_MS });
    hashers.push(hasher);
    const [bytes, md5] = KNOWN_DIGESTS.at(-1) ?? [0, ""];
    expect(await hasher.md5(patternFile(bytes), never)).to.equal(md5);
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    expect(loaded.some((name) => name.endsWith("/src/hash/md5.worker.js"))).to.equal(true);
  });
});
