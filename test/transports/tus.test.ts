import { expect } from "@open-wc/testing";
import { type SeenRequest, tusUpload } from "../support/tus-upload.ts";
import { failure, KiB, MiB, randomFile, sending } from "./tus-sending.ts";

const recording = await randomFile(3 * MiB + 17);
const { file } = recording;
const MINUTES = 60_000;

/** What engines add by themselves; anything else in a request is our doing. */
const OF_THE_BROWSER = new Set([
  ...["accept", "accept-encoding", "accept-language", "cache-control", "connection", "host", "origin", "pragma"],
  ...["priority", "referer", "sec-ch-ua", "sec-ch-ua-mobile", "sec-ch-ua-platform", "sec-fetch-dest", "sec-fetch-mode"],
  ...["sec-fetch-site", "user-agent", "te", "dnt", "sec-gpc"],
]);

/**
 * Chromium and Firefox silently send a PATCH anew whose connection died; nobody can keep them from it. Such a replay has
 * the offset of the one before. Sums up the first of each offset that carried anything.
 */
function bytesBesidesReplays(requests: readonly SeenRequest[]): number {
  const byOffset = new Map<string, number>();
  for (const { method, headers, bytes } of requests) {
    const offset = headers["upload-offset"];
    if (method !== "PATCH" || offset === undefined) continue;
    byOffset.set(offset, byOffset.get(offset) || bytes);
  }
  return [...byOffset.values()].reduce((sum, bytes) => sum + bytes, 0);
}

describe("a tus upload", () => {
  it("travels in one PATCH when the host names no chunk size", async () => {
    const upload = await tusUpload({ size: file.size });
    const { result, confirmed, sent } = sending(upload.url, file);
    await result;
    expect(await upload.conversation()).to.deep.equal(["PATCH 0: 204"]);
    expect(await upload.look()).to.include({ md5: recording.md5, receivedBytes: file.size, finishes: 1 });
    expect(confirmed).to.deep.equal([0, file.size]);
    expect(sent.at(-1)).to.equal(file.size);
  });

  it("travels in chunks of the size that the host names, the last one shorter", async () => {
    const upload = await tusUpload({ size: file.size });
    const { result, confirmed, sent } = sending(upload.url, file, { chunkBytes: MiB });
    await result;
    expect(await upload.conversation()).to.deep.equal([0, 1, 2, 3].map((mib) => `PATCH ${mib * MiB}: 204`));
    expect(await upload.look()).to.include({ md5: recording.md5, receivedBytes: file.size, finishes: 1 });
    expect(confirmed).to.deep.equal([0, MiB, 2 * MiB, 3 * MiB, file.size]);
    expect(sent).to.deep.equal([...sent].sort((a, b) => a - b));
    expect(sent.at(-1)).to.equal(file.size);
  });

  it("carries the protocol's headers and the host's, and nothing else of ours", async () => {
    const upload = await tusUpload({ size: file.size });
    const headers = { Authorization: "Bearer abc" };
    await sending(upload.url, file, { chunkBytes: 2 * MiB, headers, resuming: true }).result;
    const { requests } = await upload.look();
    const ours = requests
      .filter(({ method }) => method !== "OPTIONS")
      .map((request) => {
        const named = Object.entries(request.headers).filter(([name]) => !OF_THE_BROWSER.has(name));
        return [request.method, Object.fromEntries(named)];
      });
    const common = { "tus-resumable": "1.0.0", authorization: "Bearer abc" };
    const chunk = { ...common, "content-type": "application/offset+octet-stream" };
    expect(ours).to.deep.equal([
      ["HEAD", common],
      ["PATCH", { ...chunk, "upload-offset": "0", "content-length": String(2 * MiB) }],
      ["PATCH", { ...chunk, "upload-offset": String(2 * MiB), "content-length": String(file.size - 2 * MiB) }],
    ]);
  });

  it("has the protocol's content type, whatever type the file has", async () => {
    const upload = await tusUpload({ size: 5 });
    await sending(upload.url, new File(["hello"], "notes.vtt", { type: "text/vtt" })).result;
    const { requests } = await upload.look();
    expect(requests.at(-1)?.headers).to.include({ "content-type": "application/offset+octet-stream" });
  });

  it("of a file with nothing in it is one empty PATCH", async () => {
    const upload = await tusUpload({ size: 0 });
    await sending(upload.url, new Blob([])).result;
    expect(await upload.conversation()).to.deep.equal(["PATCH 0: 204"]);
    expect((await upload.look()).finishes).to.equal(1);
  });

  it("goes on over a restart of the server between two chunks", async () => {
    const upload = await tusUpload({ size: file.size });
    const { result, again } = sending(upload.url, file.slice(0, file.size), { chunkBytes: MiB });
    await upload.restartServer();
    await result.catch(again);
    expect(await upload.look()).to.include({ md5: recording.md5, storedBytes: file.size });
  });
});

describe("a tus upload that is taken up again", () => {
  it("asks the server first, and sends only what that does not have", async () => {
    const upload = await tusUpload({ size: file.size }, { method: "PATCH", cutAfter: 1_500_000, times: 1 });
    const { result, again, confirmed } = sending(upload.url, file);
    // Chromium and Firefox may have sent it anew by themselves: then it met the server's offset and went on.
    await result.catch(again);
    const { md5, requests } = await upload.look();
    expect(md5).to.equal(recording.md5);
    expect(confirmed).to.include(1_500_000);
    const last = requests.at(-1);
    expect(last?.headers["upload-offset"]).to.equal("1500000");
    expect(last?.bytes).to.equal(file.size - 1_500_000);
    expect(bytesBesidesReplays(requests)).to.equal(file.size);
  });

  it("does not send again what arrived without its having been told", async () => {
    const upload = await tusUpload({ size: file.size }, { method: "PATCH", skip: 2, status: 500 });
    await failure(sending(upload.url, file, { chunkBytes: MiB }).result);
    await sending(upload.url, file, { confirmed: 5, resuming: true }).result;
    expect((await upload.conversation()).slice(3)).to.deep.equal(["HEAD: 200", `PATCH ${2 * MiB}: 204`]);
    expect((await upload.look()).md5).to.equal(recording.md5);
  });

  it("loses at most one chunk at each cut, however often the line breaks", async () => {
    const cuts = [100 * KiB, 300 * KiB, 0, 200 * KiB].map(
      (cutAfter, index) => ({ method: "PATCH", skip: index === 0 ? 1 : 0, cutAfter }) as const,
    );
    const upload = await tusUpload({ size: file.size }, ...cuts);
    const { result, again } = sending(upload.url, file, { chunkBytes: 512 * KiB });
    let attempt = result;
    for (let tries = 0; tries < 8; tries += 1) {
      const ended = await attempt.then(
        () => true,
        () => false,
      );
      if (ended) break;
      attempt = again();
    }
    const { md5, requests } = await upload.look();
    expect(md5).to.equal(recording.md5);
    expect(bytesBesidesReplays(requests)).to.equal(file.size);
  });

  it("asks once more, with an empty PATCH, when the answer to the last byte was lost", async () => {
    const upload = await tusUpload({ size: file.size }, { method: "PATCH", skip: 1, cut: "answer", times: 1 });
    const { result, again, confirmed } = sending(upload.url, file, { chunkBytes: 2 * MiB });
    await result.catch(again);
    const { requests, finishes, md5 } = await upload.look();
    const last = requests.at(-1);
    expect([last?.method, last?.headers["upload-offset"], last?.bytes]).to.deep.equal(["PATCH", `${file.size}`, 0]);
    expect({ md5, finishes }).to.deep.equal({ md5: recording.md5, finishes: 2 });
    expect(bytesBesidesReplays(requests)).to.equal(file.size);
    expect(confirmed.at(-1)).to.equal(file.size);
  });

  it("is not taken for done as long as the server could not pass the file on, although it has every byte", async () => {
    const upload = await tusUpload({ size: file.size }, { method: "FINISH", status: 503, times: 2 });
    const { result, again, confirmed } = sending(upload.url, file);
    expect((await failure(result)).code).to.equal("server");
    expect((await failure(again())).code).to.equal("server");
    expect(confirmed).to.not.include(file.size);
    await again();
    expect(confirmed.at(-1)).to.equal(file.size);
    expect(await upload.conversation()).to.deep.equal([
      "PATCH 0: 503",
      "HEAD: 200",
      `PATCH ${file.size}: 503`,
      "HEAD: 200",
      `PATCH ${file.size}: 204`,
    ]);
    expect(await upload.look()).to.include({ receivedBytes: file.size, md5: recording.md5, finishes: 1 });
  });

  it("goes on from less when the server has lost bytes that it had confirmed", async () => {
    const upload = await tusUpload({ size: file.size }, { method: "PATCH", skip: 2, status: 500 });
    const { result, again, confirmed } = sending(upload.url, file, { chunkBytes: MiB });
    await failure(result);
    expect(confirmed.at(-1)).to.equal(2 * MiB);
    await upload.truncate(MiB + 5);
    await again();
    expect(confirmed).to.include(MiB + 5);
    expect((await upload.look()).md5).to.equal(recording.md5);
  });

  it("goes on from less when that comes out in the middle", async () => {
    const upload = await tusUpload({ size: file.size });
    // The engine believes in 2 MiB; the server never had a byte.
    const { result } = sending(upload.url, file, { chunkBytes: MiB, confirmed: 2 * MiB });
    await result;
    expect((await upload.conversation()).slice(0, 3)).to.deep.equal([
      `PATCH ${2 * MiB}: 409`,
      "HEAD: 200",
      "PATCH 0: 204",
    ]);
    expect((await upload.look()).md5).to.equal(recording.md5);
  });

  it("is refused when the server keeps a place for another file", async () => {
    const upload = await tusUpload({ size: file.size + 1 });
    const error = await failure(sending(upload.url, file, { resuming: true }).result);
    expect(error.code).to.equal("protocol");
    expect((await upload.look()).receivedBytes).to.equal(0);
  });
});

describe("a tus upload at another offset than thought", () => {
  it("goes on from the server's offset, and is never a conflict", async () => {
    const upload = await tusUpload({ size: file.size });
    await sending(upload.url, file, { chunkBytes: MiB }).result.catch(() => {});
    await upload.truncate(MiB);
    await sending(upload.url, file, { chunkBytes: MiB }).result;
    expect((await upload.conversation()).slice(4)).to.deep.equal([
      "PATCH 0: 409",
      "HEAD: 200",
      `PATCH ${MiB}: 204`,
      `PATCH ${2 * MiB}: 204`,
      `PATCH ${3 * MiB}: 204`,
    ]);
    expect((await upload.look()).md5).to.equal(recording.md5);
  });

  for (const status of [409, 423]) {
    it(`waits for the engine's next try when ${status} does not go with another offset`, async () => {
      const upload = await tusUpload({ size: file.size }, { method: "PATCH", status });
      const error = await failure(sending(upload.url, file).result);
      expect([error.code, error.status]).to.deep.equal(["server", status]);
      expect(await upload.conversation()).to.deep.equal([`PATCH 0: ${status}`, "HEAD: 200"]);
    });
  }

  it("goes on at once when the lock hid that the bytes are there", async () => {
    const upload = await tusUpload({ size: file.size }, { method: "PATCH", skip: 1, status: 423 });
    const { result } = sending(upload.url, file, { chunkBytes: MiB, confirmed: 0 });
    await failure(result);
    await upload.arm({ method: "PATCH", status: 423 });
    await sending(upload.url, file, { chunkBytes: MiB, confirmed: 0 }).result;
    expect((await upload.look()).md5).to.equal(recording.md5);
  });

  it("gets over a server that does not listen to the end, whether the browser then shows its answer or none", async () => {
    const upload = await tusUpload({ size: file.size }, { method: "PATCH", skip: 1, status: 409, early: true });
    const { result, again } = sending(upload.url, file, { chunkBytes: 2 * MiB });
    const error = await result.then(
      () => null,
      (thrown: { code: string }) => thrown.code,
    );
    expect(error).to.be.oneOf([null, "server", "network"]);
    if (error) await again();
    expect((await upload.look()).md5).to.equal(recording.md5);
  });

  it("ends, whatever the server says: it does not go round in circles", async () => {
    const offsets = Array.from({ length: 60 }, (_, index) => String(100 - (index % 2)));
    const upload = await tusUpload(
      { size: file.size },
      { method: "PATCH", status: 409, times: 60 },
      ...offsets.map((offset) => ({ method: "HEAD", answer: { "upload-offset": offset } }) as const),
    );
    expect((await failure(sending(upload.url, file).result)).code).to.equal("server");
    expect((await upload.conversation()).length).to.be.lessThan(10);
  });

  it("ends when the server takes chunks and stays where it is", async () => {
    const upload = await tusUpload(
      { size: file.size },
      { method: "PATCH", answer: { "upload-offset": "0" }, times: 100 },
    );
    expect((await failure(sending(upload.url, file, { chunkBytes: MiB }).result)).code).to.equal("server");
    expect(await upload.conversation()).to.deep.equal(["PATCH 0: 204"]);
  });
});

describe("a tus server's refusal", () => {
  const cases = [
    [400, "refused"],
    [401, "unauthorized"],
    [403, "forbidden"],
    [404, "not-found"],
    [410, "not-found"],
    [412, "protocol"],
    [413, "refused"],
    [429, "rate-limited"],
    [500, "server"],
    [502, "server"],
    [503, "server"],
  ] as const;
  for (const method of ["PATCH", "HEAD"] as const) {
    for (const [status, code] of cases) {
      it(`${status} to a ${method} is "${code}"`, async () => {
        const upload = await tusUpload({ size: 5 }, { method, status });
        const error = await failure(sending(upload.url, new Blob(["hello"]), { resuming: method === "HEAD" }).result);
        expect([error.code, error.status]).to.deep.equal([code, status]);
        expect((await upload.conversation()).length).to.equal(1);
      });
    }
  }

  it("says when to come back", async () => {
    const upload = await tusUpload({ size: 5 }, { method: "PATCH", status: 429, retryAfter: 7 });
    expect((await failure(sending(upload.url, new Blob(["hello"])).result)).retryAfterMs).to.equal(7_000);
  });

  it("of an upload that is gone is told apart from all that may pass", async () => {
    const gone = await tusUpload({ size: file.size });
    await gone.remove();
    expect((await failure(sending(gone.url, file, { resuming: true }).result)).code).to.equal("not-found");
    const expired = await tusUpload({ size: file.size });
    await expired.expire();
    expect((await failure(sending(expired.url, file, { resuming: true }).result)).status).to.equal(410);
  });
});

describe("a tus server's answer that makes no sense", () => {
  const answers = [
    ["beyond the file", { "upload-offset": String(file.size + 1) }],
    ["no number", { "upload-offset": "many" }],
    ["negative", { "upload-offset": "-1" }],
    ["missing", { "upload-offset": null }],
  ] as const;
  for (const method of ["PATCH", "HEAD"] as const) {
    for (const [what, answer] of answers) {
      it(`with an offset that is ${what}, to a ${method}`, async () => {
        const upload = await tusUpload({ size: file.size }, { method, answer });
        const { result, confirmed } = sending(upload.url, file, { resuming: method === "HEAD", chunkBytes: MiB });
        const error = await failure(result);
        expect(error.code).to.equal("protocol");
        expect(error.message).to.contain("Upload-Offset");
        expect(confirmed.every((bytes) => bytes === 0)).to.equal(true);
      });
    }
  }

  it("names the header to expose when CORS hides the offset", async () => {
    const upload = await tusUpload({ size: file.size, cors: "hidden" });
    const error = await failure(sending(upload.url, file, { chunkBytes: MiB }).result);
    expect(error.code).to.equal("protocol");
    expect(error.message).to.contain("Access-Control-Expose-Headers");
  });
});

describe("a web page in the place of a tus server's answer", () => {
  const page = { status: 200, answer: { "content-type": "text/html; charset=utf-8" } };
  const text = "<!doctype html>\n<title lang=en>\n  Café &amp; Bar: sign in </title><p>Wi-Fi</p>";

  it("to a PATCH is a line that is cut, in the words of the page", async () => {
    const upload = await tusUpload({ size: file.size }, { method: "PATCH", ...page, text });
    const { result, again } = sending(upload.url, file);
    const error = await failure(result);
    expect(error).to.deep.include({ code: "network", detail: "Café & Bar: sign in" });
    expect(error.message).to.contain("sign in");
    await again();
    expect((await upload.look()).md5).to.equal(recording.md5);
  });

  it("to a HEAD, which has no words, is the same", async () => {
    const upload = await tusUpload({ size: file.size }, { method: "HEAD", ...page });
    const { result, again } = sending(upload.url, file, { resuming: true });
    expect(await failure(result)).to.deep.include({ code: "network", detail: undefined });
    await again();
    expect((await upload.look()).md5).to.equal(recording.md5);
  });
});

describe("the end of a tus upload that nobody wants", () => {
  const terminate = async (url: string) => {
    const { transport, transfer, result } = sending(url, new Blob(["hello"]));
    await result.catch(() => {});
    return transport.terminate?.(transfer, AbortSignal.timeout(MINUTES));
  };

  it("frees the server's space", async () => {
    const upload = await tusUpload({ size: file.size });
    await terminate(upload.url);
    expect((await upload.look()).storedBytes).to.equal(null);
    expect((await upload.conversation()).at(-1)).to.equal("DELETE: 204");
  });

  it("is fine when it is gone already", async () => {
    const upload = await tusUpload({ size: file.size });
    await terminate(upload.url);
    await terminate(upload.url);
    expect((await upload.conversation()).at(-1)).to.equal("DELETE: 404");
  });

  it("says so when the server does not want to", async () => {
    const upload = await tusUpload({ size: file.size }, { method: "DELETE", status: 403 });
    const error = await terminate(upload.url)?.then(
      () => null,
      (thrown: { code: string }) => thrown.code,
    );
    expect(error).to.equal("forbidden");
  });
});
