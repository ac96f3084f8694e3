import { expect } from "@open-wc/testing";
import { UploadError } from "../../src/engine/errors.ts";
import { createPutTransport } from "../../src/transports/put.ts";
import type { IdleLimits } from "../../src/transports/xhr.ts";
import { vanishedFile } from "../browser/vanished-file.ts";
import { backend, sinkTarget, until } from "../support/backend-client.ts";
import { holdTime } from "../support/held-time.ts";
import { passAtReports } from "./tus-sending.ts";

const MiB = 1024 * 1024;
const small = new File(["hello"], "notes.vtt", { type: "text/vtt" });
const HELLO_MD5 = "5d41402abc4b2a76b9719d911017c592";

interface Sending {
  file: Blob | (() => Blob);
  headers: Record<string, string>;
  signal: AbortSignal;
  idle: IdleLimits;
}

/** Sends, and keeps what was reported. */
function sending(url: string | (() => string), options: Partial<Sending> = {}) {
  const current = <T>(given: T | (() => T)) => (typeof given === "function" ? (given as () => T)() : given);
  const { file = small, headers = {}, signal = new AbortController().signal, idle } = options;
  const sent: number[] = [];
  const confirmed: number[] = [];
  const transport = createPutTransport(idle && { idle });
  const send = () =>
    transport.send({
      file: current(file),
      transfer: { kind: "put", url: current(url), headers },
      confirmed: 0,
      resuming: false,
      signal,
      onSent: (bytes) => sent.push(bytes ?? Number.NaN),
      onConfirmed: (bytes) => confirmed.push(bytes),
    });
  return { send, sent, confirmed, result: send() };
}

async function failure(promise: Promise<void>): Promise<UploadError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof UploadError) return error;
    throw error;
  }
  throw new Error("It did not reject.");
}

describe("a PUT to storage", () => {
  it("carries exactly the file and the given headers", async () => {
    const target = await sinkTarget();
    const headers = { "content-type": "text/vtt", "if-none-match": "*", "x-amz-meta-from": "page" };
    await sending(target.url, { headers }).result;
    const [arrival] = await target.arrivals();
    expect(arrival?.method).to.equal("PUT");
    expect(arrival?.md5).to.equal(HELLO_MD5);
    expect(arrival?.headers).to.include({ ...headers, "content-length": "5" });
    expect(arrival?.headers).to.not.have.any.keys("authorization", "cookie", "x-requested-with");
  });

  it("has the host's content type when the file has another one, however the host writes the name", async () => {
    const target = await sinkTarget();
    await sending(target.url, { headers: { "CONTENT-type": "text/x-signed" } }).result;
    expect((await target.arrivals())[0]?.headers).to.include({ "content-type": "text/x-signed" });
  });

  it("has no content type that the host did not ask for, although the file has one", async () => {
    const target = await sinkTarget();
    await sending(target.url).result;
    expect((await target.arrivals())[0]?.headers).to.not.have.property("content-type");
  });

  for (const status of [200, 201, 204]) {
    it(`is done with the answer ${status}`, async () => {
      const target = await sinkTarget({ status });
      const { result, confirmed, sent } = sending(target.url);
      await result;
      expect(confirmed).to.deep.equal([5]);
      expect(sent.at(-1)).to.equal(5);
    });
  }

  it("reports the bytes as they leave", async () => {
    const target = await sinkTarget({ hold: 8 * MiB });
    const file = new Blob([new Uint8Array(24 * MiB)]);
    const { result, sent } = sending(target.url, { file });
    await until("a report", () => sent.length > 0);
    await target.goOn(100);
    await result;
    expect(sent[0]).to.be.within(1, file.size - 1);
    expect(sent).to.deep.equal([...sent].sort((a, b) => a - b));
    expect(sent.at(-1)).to.equal(file.size);
  });

  for (const url of ["javascript:alert(1)", "data:text/plain,x", "ftp://storage.example/x", "http://"]) {
    it(`does not go to ${url}`, async () => {
      expect((await failure(sending(url).result)).code).to.equal("protocol");
    });
  }

  it("does not start with a header that no request can have", async () => {
    const target = await sinkTarget();
    expect((await failure(sending(target.url, { headers: { "a b": "c" } }).result)).code).to.equal("protocol");
    expect(await target.log()).to.deep.equal([]);
  });
});

describe("an answer other than success", () => {
  const cases = [
    [409, "conflict"],
    [412, "conflict"],
    [403, "forbidden"],
    [404, "not-found"],
    [411, "refused"],
    [308, "refused"],
    [500, "server"],
    [503, "server"],
    [429, "rate-limited"],
  ] as const;
  for (const [status, code] of cases) {
    it(`${status} is "${code}"`, async () => {
      const target = await sinkTarget({ status });
      const { result, confirmed } = sending(target.url);
      const error = await failure(result);
      expect([error.code, error.status]).to.deep.equal([code, status]);
      expect(confirmed).to.deep.equal([]);
    });
  }

  it("says when to come back", async () => {
    const target = await sinkTarget({ status: 503, retryAfter: 7 });
    expect((await failure(sending(target.url).result)).retryAfterMs).to.equal(7000);
  });

  it("is passed on in the storage's own words, as text", async () => {
    const body =
      '<?xml version="1.0"?><Error><Code>X</Code><Message>Keys &lt;b&gt; &amp; more\n do not match</Message></Error>';
    const target = await sinkTarget({ status: 403, type: "application/xml", body });
    expect((await failure(sending(target.url).result)).detail).to.equal("Keys <b> & more do not match");
  });

  it("is cut short when the storage talks a lot, and left out when it talks HTML", async () => {
    const long = await sinkTarget({ status: 400, type: "text/plain", body: "long ".repeat(500) });
    expect((await failure(sending(long.url).result)).detail).to.have.lengthOf(300);
    const html = await sinkTarget({ status: 400, type: "text/html", body: "<h1>Oops</h1>" });
    expect((await failure(sending(html.url).result)).detail).to.equal(undefined);
  });
});

describe("small files, one after the other", () => {
  it("are not counted while they are sent, once storage has answered", async () => {
    const target = await sinkTarget();
    const { result, send, sent, confirmed } = sending(target.url);
    await result;
    sent.length = 0;
    await send();
    expect(sent).to.deep.equal([5]);
    expect(confirmed).to.deep.equal([5, 5]);
    expect((await target.arrivals()).filter(({ method }) => method === "PUT")).to.have.length(2);
  });

  it("are counted again after a missing answer, whatever other files get, so that a hidden refusal is found", async () => {
    const open = await sinkTarget();
    const hidden = await sinkTarget({ cors: "preflight", status: 403 });
    expect(new URL(open.url).origin).to.equal(new URL(hidden.url).origin);
    let { url } = open;
    let file = small;
    const { result, send } = sending(() => url, { file: () => file });
    const sendAnother = () => {
      ({ url } = open);
      file = new File(["other"], "other.vtt");
      return send();
    };
    const sendHidden = () => {
      ({ url } = hidden);
      file = small;
      return failure(send());
    };
    await result;
    expect((await sendHidden()).code).to.equal("network");
    await sendAnother();
    // Firefox reports no byte of a small body that is not answered, so there it is found out one try earlier.
    expect((await sendHidden()).code).to.be.oneOf(["network", "storage-unreachable"]);
    await sendAnother();
    expect((await sendHidden()).code).to.equal("storage-unreachable");
  });

  it("are given up when no answer comes", async () => {
    const open = await sinkTarget();
    const silent = await sinkTarget({ noAnswer: 1 });
    let { url } = open;
    const { result, send } = sending(() => url, { idle: { sendingMs: 5_000, answerMs: 1_000 } });
    await result;
    ({ url } = silent);
    expect((await failure(send())).code).to.equal("timeout");
  });
});

describe("no answer that the page may read", () => {
  it("names CORS and the two ways out when the preflight is refused", async () => {
    const target = await sinkTarget({ cors: "none" });
    const error = await failure(sending(target.url).result);
    expect(error.code).to.equal("storage-unreachable");
    expect(error.message).to.contain(location.origin).and.to.contain("CORS rules").and.to.contain("relay");
    expect(await target.arrivals()).to.satisfy((all: { method: string }[]) =>
      all.every(({ method }) => method !== "PUT"),
    );
  });

  it("is found to be a hidden refusal at the second try at the latest, when the body went out", async () => {
    const target = await sinkTarget({ cors: "preflight", status: 403 });
    const { result, send } = sending(target.url);
    // Firefox reports no byte of a small body that is not answered, so there it is found out at once.
    expect((await failure(result)).code).to.be.oneOf(["network", "storage-unreachable"]);
    expect((await failure(send())).code).to.equal("storage-unreachable");
  });

  it("is a broken connection when the connection is cut mid-way, however often", async () => {
    const target = await sinkTarget({ cutAfter: 4 * MiB, trickle: 16 * MiB });
    const { result, send } = sending(target.url, { file: new Blob([new Uint8Array(32 * MiB)]) });
    expect((await failure(result)).code).to.equal("network");
    expect((await failure(send())).code).to.equal("network");
  });

  it("is the file's fault when that cannot be read any more", async function () {
    const file = await vanishedFile(3 * MiB);
    if (!file) return this.skip();
    const target = await sinkTarget();
    const idle = { sendingMs: 1_000, answerMs: 1_000 };
    expect((await failure(sending(target.url, { file, idle }).result)).code).to.equal("file-unreadable");
  });

  it("is a broken connection when nobody listens", async () => {
    const { closed } = await backend();
    expect((await failure(sending(`${closed}/x`).result)).code).to.equal("network");
  });

  const passing = [
    ["before the body", { cutAfter: 0 }],
    ["before the answer", { cut: "answer" }],
  ] as const;
  for (const [when, behaviour] of passing) {
    it(`is never taken for CORS when the connection breaks once, ${when}`, async () => {
      // Twice at the server is once for the page: Chromium and Firefox re-send by themselves.
      const target = await sinkTarget({ ...behaviour, times: 2 });
      const outcome = await sending(target.url).result.then(
        () => "sent",
        (error: UploadError) => error.code,
      );
      expect(outcome).to.be.oneOf(["sent", "network"]);
    });
  }
});

describe("a PUT that stands still", () => {
  it("is given up when no answer comes after the last byte", async () => {
    const target = await sinkTarget({ noAnswer: 1 });
    const idle = { sendingMs: 5_000, answerMs: 200 };
    const error = await failure(sending(target.url, { idle }).result);
    expect(error.code).to.equal("timeout");
    await until("the browser to hang up", async () => (await target.arrivals())[0]?.state !== "receiving");
  });

  it("is given up when no more bytes can be sent", async () => {
    const target = await sinkTarget({ trickle: 1 });
    const idle = { sendingMs: 500, answerMs: 60_000 };
    const error = await failure(sending(target.url, { file: new Blob([new Uint8Array(48 * MiB)]), idle }).result);
    expect(error.code).to.equal("timeout");
  });

  it("is not given up while bytes move, however long it takes", async () => {
    const target = await sinkTarget({ hold: 8 * MiB });
    const idle = { sendingMs: 3_000, answerMs: 10_000 };
    const time = holdTime();
    try {
      const { result, sent } = sending(target.url, { file: new Blob([new Uint8Array(48 * MiB)]), idle });
      await passAtReports(sent, () => time.pass(idle.sendingMs - 1), target.goOn);
      await target.goOn(100);
      await result;
    } finally {
      time.release();
    }
  });
});

describe("a PUT that is stopped", () => {
  it("rejects with the reason and lets the connection go", async () => {
    const target = await sinkTarget({ trickle: MiB });
    const controller = new AbortController();
    const { result, sent } = sending(target.url, {
      file: new Blob([new Uint8Array(48 * MiB)]),
      signal: controller.signal,
    });
    const rejected = result.catch((error: unknown) => error);
    await until("the first bytes", async () => ((await target.arrivals())[0]?.bytes ?? 0) > 0);
    const reason = new Error("cancelled");
    controller.abort(reason);
    expect(await rejected).to.equal(reason);
    const sentAtEnd = sent.length;
    await target.hungUp();
    expect(sent.length).to.equal(sentAtEnd);
  });

  it("does not start when the signal is aborted already", async () => {
    const target = await sinkTarget();
    const controller = new AbortController();
    const reason = new Error("too late");
    controller.abort(reason);
    const error = await sending(target.url, { signal: controller.signal }).result.catch((thrown: unknown) => thrown);
    expect(error).to.equal(reason);
    expect(await target.log()).to.deep.equal([]);
  });
});
