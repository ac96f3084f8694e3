import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { connect } from "node:http2";
import { beforeEach, describe, it } from "node:test";
import type { RunningEmulator } from "../../demo/emulator/index.ts";
import * as lab from "../server/relay/relay-lab.ts";
import { peersMissing } from "../support/ensure-peers.mjs";
import type { RunningProxy } from "../support/proxies.mjs";
import { behind } from "./proxy-lab.ts";

const { MIB } = lab;
const bytes = lab.bytesOf(3 * MIB + 7);
const digest = lab.md5(bytes);

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly text: string;
}

/** One request by HTTP/2 over TLS, as browsers send it. `cutAfter`: bytes after which the connection is cut. */
async function ask(url: string, { method = "GET", headers = {}, body, cutAfter }: AskOptions = {}): Promise<Answer> {
  const { origin, pathname, search } = new URL(url);
  const session = connect(origin, { rejectUnauthorized: false });
  session.on("error", () => {});
  try {
    const stream = session.request({ ":method": method, ":path": pathname + search, ...headers });
    const answer: { status: number; headers: Record<string, string>; text: string } = {
      status: 0,
      headers: {},
      text: "",
    };
    stream.on("response", ({ ":status": status, ...rest }) => {
      answer.status = Number(status);
      for (const [name, value] of Object.entries(rest)) answer.headers[name] = String(value);
    });
    stream.on("data", (chunk) => {
      answer.text += chunk;
    });
    const ended = new Promise<void>((resolve) => {
      stream.once("close", resolve).once("error", () => resolve());
    });
    if (cutAfter !== undefined && body) {
      await new Promise((resolve) => stream.write(body.subarray(0, cutAfter), resolve));
      return { ...answer, cut: () => session.destroy(), status: () => answer.status } as unknown as Answer;
    }
    stream.end(body);
    await ended;
    return answer;
  } finally {
    if (cutAfter === undefined) session.close();
  }
}

interface AskOptions {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: Uint8Array;
  readonly cutAfter?: number;
}

/** Creates a session like a page without `Sec-Fetch-Site` would, and returns where to send the bytes. */
async function create(proxy: RunningProxy) {
  const { status, text, headers } = await ask(`${proxy.url}/api/uploads`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: proxy.url },
    body: Buffer.from(
      JSON.stringify({ filename: "a.bin", mimeType: "application/octet-stream", sizeBytes: bytes.length }),
    ),
  });
  assert.equal(status, 200, text);
  const session = JSON.parse(text);
  assert.equal(new URL(session.transfer.url).origin, proxy.url);
  return { session, requestId: headers["x-request-id"], url: String(session.transfer.url) };
}

const patchHeaders = (session: { transfer: { headers: Record<string, string> } }, offset: number, length: number) => ({
  authorization: String(session.transfer.headers.Authorization),
  "tus-resumable": "1.0.0",
  "content-type": "application/offset+octet-stream",
  "upload-offset": String(offset),
  "content-length": String(length),
});

async function complete(proxy: RunningProxy, session: { id: string; token: string }) {
  const { status, text } = await ask(`${proxy.url}/api/uploads/${session.id}/complete`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: proxy.url, "x-lightfield-file-token": session.token },
    body: Buffer.from(JSON.stringify({ md5: digest })),
  });
  assert.equal(status, 200, text);
  return JSON.parse(text).status;
}

for (const [kind, name] of [
  ["nginx", "nginx"],
  ["haproxy", "HAProxy"],
  ["caddy", "Caddy"],
] as const) {
  describe(`behind ${name} with the documented configuration`, { skip: peersMissing(name) }, () => {
    let emulator: RunningEmulator;
    beforeEach(async () => {
      emulator = await lab.emulate();
    });

    it("a whole file in one request is verified, by HTTP/2 over TLS", async () => {
      const { host, proxy } = await behind(kind, emulator);
      // Both of the servers that the configuration names were probed, and are still in service.
      if (kind !== "nginx") await lab.until("the probes", () => host.probes.length >= 4);
      const { session, url, requestId } = await create(proxy);
      assert.ok(host.requestIds.includes(requestId), "The proxy's request id is not the response's.");
      const { status, text } = await ask(url, {
        method: "PATCH",
        headers: patchHeaders(session, 0, bytes.length),
        body: bytes,
      });
      assert.equal(status, 204, text);
      assert.equal(await complete(proxy, session), "COMPLETED");
    });

    it("bytes that arrived before a cut are kept, because the body is not buffered", async () => {
      const { host, proxy } = await behind(kind, emulator);
      const { session, url } = await create(proxy);
      const half = 2 * MIB;
      const sending = (await ask(url, {
        method: "PATCH",
        headers: patchHeaders(session, 0, bytes.length),
        body: bytes,
        cutAfter: half,
      })) as unknown as { cut(): void; status(): number };
      await lab.until("the bytes to arrive", () => {
        assert.equal(sending.status(), 0, "the request was answered early");
        return (lab.storedSizes(host)[0] ?? 0) > MIB;
      });
      sending.cut();
      const head = await ask(url, { method: "HEAD", headers: patchHeaders(session, 0, 0) });
      const offset = Number(head.headers["upload-offset"]);
      assert.ok(offset > MIB && offset <= half, `${offset} bytes were kept`);
      const rest = bytes.subarray(offset);
      const { status } = await ask(url, {
        method: "PATCH",
        headers: patchHeaders(session, offset, rest.length),
        body: rest,
      });
      assert.equal(status, 204);
      assert.equal(await complete(proxy, session), "COMPLETED");
    });
  });
}

describe("behind nginx as it is installed", { skip: peersMissing("nginx") }, () => {
  let emulator: RunningEmulator;
  beforeEach(async () => {
    emulator = await lab.emulate();
  });

  it("a whole file gets an HTML page with status 413, and chunks of less than a megabyte are verified", async () => {
    const { proxy } = await behind("nginx-defaults", emulator);
    const { session, url } = await create(proxy);
    const headers = patchHeaders(session, 0, bytes.length);
    const refused = await ask(url, { method: "PATCH", headers, body: bytes });
    assert.deepEqual([refused.status, refused.headers["content-type"]], [413, "text/html"]);
    assert.match(refused.text, /413 Request Entity Too Large[\s\S]*nginx/);
    for (let offset = 0; offset < bytes.length; offset += 1_000_000) {
      const chunk = bytes.subarray(offset, offset + 1_000_000);
      const { status } = await ask(url, {
        method: "PATCH",
        headers: patchHeaders(session, offset, chunk.length),
        body: chunk,
      });
      assert.equal(status, 204);
    }
    assert.equal(await complete(proxy, session), "COMPLETED");
  });

  it("an interrupted request keeps nothing, because nginx stores the body before it passes it on", async () => {
    const big = (text: string) => text.replace("location / {", "client_max_body_size 513m; location / {");
    const { proxy } = await behind("nginx-defaults", emulator, { change: big });
    const { session, url } = await create(proxy);
    const sending = (await ask(url, {
      method: "PATCH",
      headers: patchHeaders(session, 0, bytes.length),
      body: bytes,
      cutAfter: 2 * MIB,
    })) as unknown as { cut(): void };
    sending.cut();
    await lab.untilAsync("nginx to log the cut", async () =>
      (await proxy.requests()).some(({ method }) => method === "PATCH"),
    );
    const head = await ask(url, { method: "HEAD", headers: patchHeaders(session, 0, 0) });
    assert.deepEqual([head.status, head.headers["upload-offset"]], [200, "0"]);
  });

  it("a server that is down gets a 502, and one that does not answer a 504", async () => {
    const short = (text: string) => text.replace("location / {", "location / { proxy_read_timeout 1s;");
    const { host, proxy } = await behind("nginx-defaults", emulator, { relay: { passThrough: false }, change: short });
    const { session, url } = await create(proxy);
    emulator.faults.add({ at: "transfer", do: "stall" });
    const first = bytes.subarray(0, 900_000);
    await ask(url, { method: "PATCH", headers: patchHeaders(session, 0, first.length), body: first });
    const chunk = (offset: number) => bytes.subarray(offset, Math.min(offset + 900_000, bytes.length));
    let answer: Answer = { status: 204, headers: {}, text: "" };
    for (let offset = first.length; offset < bytes.length; offset += 900_000) {
      const body = chunk(offset);
      answer = await ask(url, { method: "PATCH", headers: patchHeaders(session, offset, body.length), body });
    }
    assert.equal(answer.status, 504);
    host.server.closeAllConnections();
    await new Promise((resolve) => host.server.close(resolve));
    const down = await ask(url, { method: "HEAD", headers: patchHeaders(session, 0, 0) });
    assert.equal(down.status, 502);
  });
});

describe("demo/docs/proxies.md", () => {
  const docs = readFileSync(new URL("../../demo/docs/proxies.md", import.meta.url), "utf8");
  for (const name of ["nginx.conf", "haproxy.cfg", "Caddyfile"]) {
    it(`shows ${name} as it is tested`, () => {
      const file = readFileSync(new URL(`../../demo/proxies/${name}`, import.meta.url), "utf8");
      assert.ok(docs.includes(`\n${file}\`\`\``), `${name} differs from its block in the documentation.`);
    });
  }
});
