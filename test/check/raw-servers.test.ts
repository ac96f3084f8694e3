import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it, type TestContext } from "node:test";
import { gzipSync } from "node:zlib";
import { type RunningEmulator, startEmulator } from "../../demo/emulator/index.ts";
import { checkEndpoint } from "../../src/check/check-endpoint.ts";
import type { Finding } from "../../src/check/report.ts";
import { ANNA, BEN, correct, ENDPOINT, type Handler } from "./endpoints.ts";

let dataDir: string;
let emulator: RunningEmulator;
before(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "check-raw-"));
  emulator = await startEmulator({ dataDir });
  emulator.setLimits({ requestsPerSecond: 1000 });
});
after(async () => {
  await emulator.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** Writes the response to one request of its own connection. */
type Answer = (socket: Socket, request: Request) => void | Promise<void>;

/** A server of one request a connection, so that a test decides every byte of the response. */
async function serve(t: TestContext, answer: Answer): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    let received = "";
    let isAnswered = false;
    socket.on("data", (chunk) => {
      received += chunk.toString("latin1");
      const headersEnd = received.indexOf("\r\n\r\n");
      const length = Number(/^content-length: (\d+)/im.exec(received)?.[1] ?? 0);
      if (isAnswered || headersEnd < 0 || received.length < headersEnd + 4 + length) return;
      isAnswered = true;
      void answer(socket, requestFrom(received.slice(0, headersEnd), received.slice(headersEnd + 4)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/uploads`;
}

function requestFrom(head: string, body: string): Request {
  const [first = "", ...lines] = head.split("\r\n");
  const [method = "", path = ""] = first.split(" ");
  const headers = new Headers(lines.map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]));
  return new Request(new URL(path, ENDPOINT), { method, headers, ...(body === "" ? {} : { body }) });
}

/** The endpoint's response, encoded by `encode` as a status line, headers and a body. */
function passedOn(handle: Handler, encode: (reply: Response, body: Buffer) => Buffer): Answer {
  return async (socket, request) => {
    const reply = await handle(request);
    socket.end(encode(reply, Buffer.from(await reply.arrayBuffer())));
  };
}

const headerLines = (reply: Response) =>
  [...reply.headers].map(([name, value]) => `${name.toUpperCase()}: ${value}\r\n`);

function check(endpoint: string, timeoutMs = 30_000): Promise<Finding[]> {
  return checkEndpoint({ endpoint, headers: ANNA, otherHeaders: BEN, purpose: "meeting_transcript", timeoutMs });
}

const outcomes = (findings: readonly Finding[], outcome: Finding["outcome"]) =>
  findings.filter((finding) => finding.outcome === outcome);

describe("the conformance checker at unusual servers", () => {
  it("passes HTTP/1.0 with upper-case headers, gzip, and bodies that end with the connection", async (t) => {
    const encode = (reply: Response, body: Buffer) =>
      Buffer.concat([
        Buffer.from(`HTTP/1.0 ${reply.status} OK\r\n${headerLines(reply).join("")}CONTENT-ENCODING: gzip\r\n\r\n`),
        gzipSync(body),
      ]);
    const findings = await check(await serve(t, passedOn(correct(emulator), encode)));
    assert.deepEqual(outcomes(findings, "failed"), []);
  });

  it("passes bodies in chunks of one byte", async (t) => {
    const encode = (reply: Response, body: Buffer) =>
      Buffer.concat([
        Buffer.from(`HTTP/1.1 ${reply.status} OK\r\nTransfer-Encoding: chunked\r\n`),
        Buffer.from(`${headerLines(reply).join("")}\r\n`),
        ...[...body].map((byte) => Buffer.from([0x31, 13, 10, byte, 13, 10])),
        Buffer.from("0\r\n\r\n"),
      ]);
    const findings = await check(await serve(t, passedOn(correct(emulator), encode)));
    assert.deepEqual(outcomes(findings, "failed"), []);
  });

  const INCOMPLETE: Readonly<Record<string, string>> = {
    "a body that breaks off": "content-length: 100\r\n\r\n{}",
    "a body that is not what its encoding says": "content-encoding: gzip\r\ncontent-length: 2\r\n\r\n{}",
    "chunks without an end": "transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n",
  };
  for (const [what, rest] of Object.entries(INCOMPLETE)) {
    it(`names ${what}, and stops asking`, async (t) => {
      let calls = 0;
      const endpoint = await serve(t, (socket) => {
        calls += 1;
        socket.end(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n${rest}`);
      });
      const findings = await check(endpoint);
      const [first] = outcomes(findings, "failed");
      assert.match(first?.observed ?? "", /answered 200, but its body did not arrive completely/);
      assert.match(first?.fix ?? "", /Send the whole body/);
      assert.equal(calls, 3);
      assert.match(outcomes(findings, "skipped")[0]?.observed ?? "", /^not checked: 3 calls in a row/);
      assert.equal(outcomes(findings, "passed").length, 0);
    });
  }

  it("ends at a server that accepts connections and never answers", async (t) => {
    const findings = await check(await serve(t, () => {}), 100);
    assert.equal(outcomes(findings, "failed").length, 3);
    assert.equal(outcomes(findings, "passed").length, 0);
    assert.match(outcomes(findings, "failed")[0]?.observed ?? "", /got no response/);
  });

  it("reads only the start of a body without an end", async (t) => {
    const endpoint = await serve(t, (socket) => {
      socket.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n");
      const write = () => {
        while (!socket.destroyed && socket.write(" ".repeat(65_536)));
      };
      socket.on("drain", write);
      write();
    });
    const findings = await check(endpoint);
    assert.match(outcomes(findings, "failed")[0]?.fix ?? "", /mount the endpoint there/);
  });

  it("does not check the rest when the calls take too long", async () => {
    const findings = await checkEndpoint({
      endpoint: ENDPOINT,
      totalMs: -1,
      fetch: async () => assert.fail("no call is made"),
    });
    assert.ok(findings.every(({ outcome, observed }) => outcome === "skipped" && /\w/.test(observed ?? "")));
  });
});
