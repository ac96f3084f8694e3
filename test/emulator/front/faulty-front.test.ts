import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { connect } from "node:net";
import { describe, it } from "node:test";
import { createFaultyFront, FaultList, RequestLog } from "../../../demo/emulator/index.ts";
import { createSession, laterRequests, md5Of, statusOf, until } from "../lab.ts";
import { finish, pattern, type Seen, serve, startRelay } from "../relay-lab.ts";

const ORIGIN = "https://page.example";
const MIB = 1024 * 1024;

function answered(seen: Seen): Exclude<Seen, { status: "cut" }> {
  if (seen.status === "cut") throw new Error("The connection was cut.");
  return seen;
}

describe("without a fault the front", () => {
  it("changes nothing: an upload in chunks arrives, and the log has each request", async () => {
    const relay = await startRelay();
    const bytes = pattern(3 * MIB);
    const path = await relay.create(bytes.length);
    const first = answered(await relay.patch(path, 0, bytes.subarray(0, MIB)));
    assert.equal(first.status, 204);
    assert.equal(first.headers["upload-offset"], String(MIB));
    assert.equal(answered(await relay.patch(path, MIB, bytes.subarray(MIB))).status, 204);
    assert.equal(md5Of(relay.stored(path)), md5Of(bytes));
    const rows = relay.emulator.requests.entries.map(({ side, phase, method, status, bytesIn, bytesRead }) =>
      [side, phase, method, status, bytesIn, bytesRead].join(" "),
    );
    assert.deepEqual(rows, [
      "relay relay POST 201 0 0",
      `relay relay PATCH 204 ${MIB} ${MIB}`,
      `relay relay PATCH 204 ${2 * MIB} ${2 * MIB}`,
    ]);
  });

  it("keeps a connection open after a response that did not wait for the body", async () => {
    const relay = await startRelay();
    const bytes = pattern(MIB);
    const path = await relay.create(bytes.length);
    assert.equal(answered(await relay.patch(path, 7, bytes)).status, 409);
    await finish(relay, path, bytes);
    assert.equal(md5Of(relay.stored(path)), md5Of(bytes));
  });

  it("lets the relay notice that a client has disconnected, and keep its bytes", async () => {
    const relay = await startRelay();
    const bytes = pattern(4 * MIB);
    const path = await relay.create(bytes.length);
    const leave = new AbortController();
    const outcome = relay.patch(path, 0, bytes.subarray(0, MIB), {
      headers: { "content-length": bytes.length },
      signal: leave.signal,
    });
    await until("a MiB to be stored", () => relay.stored(path).length === MIB);
    leave.abort();
    assert.equal((await outcome).status, "cut");
    await until("the relay to notice", () => relay.brokenRequests() === 1);
    assert.equal(await relay.offset(path), MIB);
    await finish(relay, path, bytes);
    assert.equal(md5Of(relay.stored(path)), md5Of(bytes));
  });

  it("slows the sender down while the listener does not read", async () => {
    const log = new RequestLog();
    const port = await serve(createFaultyFront(() => {}, { faults: new FaultList(), log }));
    const leave = new AbortController();
    const outcome = assert.rejects(
      fetch(`http://127.0.0.1:${port}/`, { method: "POST", body: new Uint8Array(32 * MIB), signal: leave.signal }),
    );
    await until("the body to begin", () => (log.entries[0]?.bytesRead ?? 0) > 0);
    // As many turns as a listener that reads needs for much more.
    for (let turn = 0; turn < 500; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    const [entry] = log.entries;
    assert.equal(entry?.bytesIn, 0);
    assert.ok((entry?.bytesRead ?? 0) < MIB, `${entry?.bytesRead} bytes were read that nobody wanted`);
    leave.abort();
    await outcome;
  });

  const unwilling: Record<string, RequestListener> = {
    "at once": (_req, res) => res.end("enough"),
    "when it sees the first bytes": (req, res) => void req.once("readable", () => res.end("enough")),
  };
  for (const [when, listener] of Object.entries(unwilling)) {
    it(`discards the body for a listener that responds ${when} and does not read it, so the next request can follow`, async () => {
      const log = new RequestLog();
      const socket = connect(await serve(createFaultyFront(listener, { faults: new FaultList(), log })), "127.0.0.1");
      let text = "";
      socket.on("data", (chunk) => {
        text += chunk;
      });
      const head = `HTTP/1.1\r\nhost: a\r\ncontent-length: ${4 * MIB}\r\n\r\n`;
      for (const path of ["/first", "/second"]) {
        socket.write(`POST ${path} ${head}`);
        socket.write(pattern(4 * MIB));
      }
      await until("both answers", () => text.split("enough").length === 3);
      socket.destroy();
      assert.deepEqual(
        log.entries.map(({ path }) => path),
        ["/first", "/second"],
      );
      assert.equal(log.entries[0]?.bytesRead, 4 * MIB);
    });
  }

  it("ignores requests that it does not select", async () => {
    const relay = await startRelay();
    relay.emulator.faults.add({ at: "relay", do: "disconnect", method: "HEAD" });
    assert.equal(answered(await relay.send("HEAD", "/elsewhere")).status, 404);
    assert.deepEqual(relay.emulator.requests.entries, []);
  });
});

describe("a fault at relay", () => {
  const prepare = async (totalBytes = 4 * MIB) => {
    const relay = await startRelay({ lockDrainTimeout: 100 });
    const bytes = pattern(totalBytes);
    const path = await relay.create(totalBytes);
    return { relay, bytes, path, faults: relay.emulator.faults };
  };

  /** Size of the tus server's buffers, which may not be on disk yet when a connection is cut. */
  const IN_FLIGHT = MIB / 4;

  it("disconnect: cuts after the given bytes, and the relay keeps them", async () => {
    const { relay, bytes, path, faults } = await prepare();
    faults.add({ at: "relay", do: "disconnect", afterBytes: MIB + 1 });
    assert.equal((await relay.patch(path, 0, bytes)).status, "cut");
    await until("the relay to notice", () => relay.brokenRequests() === 1);
    const offset = await relay.offset(path);
    assert.equal(relay.patches()[0]?.bytesIn, MIB + 1);
    assert.equal(relay.patches()[0]?.status, null);
    assert.ok(offset <= MIB + 1 && offset > MIB - IN_FLIGHT, `${offset} bytes are kept`);
    await finish(relay, path, bytes);
    assert.equal(md5Of(relay.stored(path)), md5Of(bytes));
  });

  it("disconnect: cuts before the relay gets the request if no bytes may pass", async () => {
    const { relay, bytes, path, faults } = await prepare();
    faults.add({ at: "relay", do: "disconnect" });
    assert.equal((await relay.patch(path, 0, bytes)).status, "cut");
    assert.equal(relay.patches()[0]?.bytesIn, 0);
    assert.equal(await relay.offset(path), 0);
  });

  it("disconnect: also cuts the connection if the body is shorter", async () => {
    const { relay, bytes, path, faults } = await prepare();
    faults.add({ at: "relay", do: "disconnect", afterBytes: 99 * MIB });
    assert.equal((await relay.patch(path, 0, bytes.subarray(0, 1000))).status, "cut");
    await until("the relay to have stored them", () => relay.stored(path).length === 1000);
  });

  it("disconnect at an offset: happens in the chunk that contains this byte", async () => {
    const { relay, bytes, path, faults } = await prepare();
    faults.add({ at: "relay", do: "disconnect", atOffset: MIB + 500 });
    assert.equal(answered(await relay.patch(path, 0, bytes.subarray(0, MIB))).status, 204);
    assert.equal((await relay.patch(path, MIB, bytes.subarray(MIB, 2 * MIB))).status, "cut");
    assert.deepEqual(
      relay.patches().map(({ bytesIn }) => bytesIn),
      [MIB, 500],
    );
    assert.equal(await relay.offset(path), MIB + 500);
  });

  it("disconnect-before-answer: the relay has all bytes, and the client gets no response", async () => {
    const { relay, bytes, path, faults } = await prepare();
    faults.add({ at: "relay", do: "disconnect-before-answer" });
    assert.equal((await relay.patch(path, 0, bytes)).status, "cut");
    assert.equal(relay.patches()[0]?.status, null);
    assert.equal(await relay.offset(path), bytes.length);
    assert.equal(md5Of(relay.stored(path)), md5Of(bytes));
  });

  for (const retryAfterSeconds of [undefined, 2]) {
    it(`status ${retryAfterSeconds ? "with" : "without"} Retry-After: reads the body, which does not reach the relay`, async () => {
      const { relay, bytes, path, faults } = await prepare();
      faults.add({
        at: "relay",
        do: "status",
        status: 429,
        message: "Busy",
        ...(retryAfterSeconds && { retryAfterSeconds }),
      });
      const seen = answered(await relay.patch(path, 0, bytes, { headers: { origin: ORIGIN } }));
      assert.equal(seen.status, 429);
      assert.equal(seen.headers["retry-after"], retryAfterSeconds?.toString());
      assert.equal(seen.headers["access-control-allow-origin"], ORIGIN);
      assert.match(String(seen.headers["access-control-expose-headers"]), /Retry-After/);
      assert.deepEqual(JSON.parse(seen.body), { error: { type: "too_many_requests", message: "Busy" } });
      const [entry] = relay.patches();
      assert.deepEqual([entry?.status, entry?.bytesIn, entry?.bytesRead], [429, 0, bytes.length]);
      assert.equal(entry?.retryAfterSeconds, retryAfterSeconds ?? null);
      assert.equal(await relay.offset(path), 0);
    });
  }

  it("status after some bytes: responds while the body arrives, and the relay keeps its bytes", async () => {
    const { relay, bytes, path, faults } = await prepare();
    faults.add({ at: "relay", do: "status", status: 500, afterBytes: 1000 });
    // As much as the connection buffers unread: with a larger body the response could be lost.
    const seen = answered(await relay.patch(path, 0, bytes.subarray(0, 20_000)));
    assert.equal(seen.status, 500);
    assert.equal(seen.headers.connection, "close");
    await until("the relay to have stored them", () => relay.stored(path).length === 1000);
    await until("the relay to notice", () => relay.brokenRequests() === 1);
    assert.equal(relay.patches()[0]?.status, 500);
    await finish(relay, path, bytes);
    assert.equal(md5Of(relay.stored(path)), md5Of(bytes));
  });

  it("trickle: the body arrives at the given speed", async () => {
    const { relay, bytes, path, faults } = await prepare(20_000);
    faults.add({ at: "relay", do: "trickle", bytesPerSecond: 50_000 });
    const startedAt = performance.now();
    assert.equal(answered(await relay.patch(path, 0, bytes)).status, 204);
    assert.ok(performance.now() - startedAt > 350, "400 ms were due");
    assert.equal(md5Of(relay.stored(path)), md5Of(bytes));
  });

  it("stall: no response and no further bytes until the client disconnects", async () => {
    const { relay, bytes, path, faults } = await prepare();
    faults.add({ at: "relay", do: "stall", afterBytes: 1000 });
    const leave = new AbortController();
    const outcome = relay.patch(path, 0, bytes, { signal: leave.signal });
    await until("the bytes to arrive", () => relay.stored(path).length === 1000);
    assert.equal(await Promise.race([outcome, laterRequests(relay.emulator)]), "still waiting");
    assert.equal(relay.patches()[0]?.bytesIn, 1000);
    leave.abort();
    assert.equal((await outcome).status, "cut");
    await finish(relay, path, bytes);
    assert.equal(md5Of(relay.stored(path)), md5Of(bytes));
  });

  it("expire: the upload's session at Lightfield expires, for a file known by id or by name", async () => {
    for (const by of ["id", "filename"] as const) {
      const { relay, bytes, path, faults } = await prepare(1000);
      const session = await createSession(relay.emulator);
      faults.add({ at: "relay", do: "expire" });
      const seen = answered(await relay.patch(path, 0, bytes, { headers: { "x-file": session[by] } }));
      assert.equal(seen.status, 204);
      assert.equal(statusOf(relay.emulator, session), "EXPIRED");
      assert.equal(relay.patches()[0]?.fileId, session.id);
    }
  });

  it("expire after some bytes: the session is valid until then", async () => {
    const { relay, bytes, path, faults } = await prepare();
    const session = await createSession(relay.emulator);
    faults.add({ at: "relay", do: "disconnect", afterBytes: 1000 }, { at: "relay", do: "expire", afterBytes: MIB });
    const headers = { "x-file": session.id };
    assert.equal((await relay.patch(path, 0, bytes, { headers })).status, "cut");
    assert.equal(statusOf(relay.emulator, session), "PENDING");
    await until("the relay to have stored them", () => relay.stored(path).length === 1000);
    assert.equal(answered(await relay.patch(path, 1000, bytes.subarray(1000), { headers })).status, 204);
    assert.equal(statusOf(relay.emulator, session), "EXPIRED");
  });

  it("corrupt: one bit of the upload is flipped, at the given offset", async () => {
    const { relay, bytes, path, faults } = await prepare();
    const at = 2 * MIB + 3;
    faults.add({ at: "relay", do: "corrupt", atOffset: at });
    assert.equal(answered(await relay.patch(path, 0, bytes.subarray(0, MIB))).status, 204);
    assert.equal(answered(await relay.patch(path, MIB, bytes.subarray(MIB))).status, 204);
    const stored = relay.stored(path);
    assert.equal(stored.readUInt8(at), bytes.readUInt8(at) ^ 1);
    stored.writeUInt8(bytes.readUInt8(at), at);
    assert.equal(md5Of(stored), md5Of(bytes), "and nothing else");
  });

  it("garbage: responds 200 with HTML, and nothing reaches the relay", async () => {
    const { relay, bytes, path, faults } = await prepare();
    faults.add({ at: "relay", do: "garbage" });
    const seen = answered(await relay.patch(path, 0, bytes));
    assert.equal(seen.status, 200);
    assert.match(seen.body, /^<!doctype html>/);
    assert.equal(seen.headers["upload-offset"], undefined);
    assert.equal(await relay.offset(path), 0);
  });

  it("refuse-cors: refuses the preflight of a PATCH, or hides the answer from the page", async () => {
    const { relay, bytes, path, faults } = await prepare();
    const preflight = (method: string) =>
      relay.send("OPTIONS", path, { headers: { origin: ORIGIN, "access-control-request-method": method } });
    const allows = (seen: Seen) => answered(seen).headers["access-control-allow-origin"];
    faults.add({ at: "relay", do: "refuse-cors" });
    assert.notEqual(allows(await preflight("HEAD")), undefined, "a HEAD is not meant");
    const refused = answered(await preflight("PATCH"));
    assert.equal(refused.status, 403);
    assert.equal(allows(refused), undefined);
    assert.notEqual(allows(await preflight("PATCH")), undefined, "once");
    assert.equal(relay.emulator.requests.entries.at(-1)?.phase, "preflight");

    faults.add({ at: "relay", do: "refuse-cors" });
    const hidden = answered(await relay.patch(path, 0, bytes, { headers: { origin: ORIGIN } }));
    assert.equal(hidden.status, 204);
    assert.deepEqual(
      Object.keys(hidden.headers).filter((name) => name.startsWith("access-control-")),
      [],
    );
    assert.equal(await relay.offset(path), bytes.length, "the relay has the bytes all the same");
  });
});

describe("the request to which a fault at relay applies", () => {
  it("is the next PATCH; requests before it do not consume the fault", async () => {
    const relay = await startRelay();
    relay.emulator.faults.add({ at: "relay", do: "status", status: 500 });
    const path = await relay.create(5);
    assert.equal(answered(await relay.send("HEAD", path)).status, 200);
    assert.equal(answered(await relay.send("OPTIONS", path)).status, 204);
    assert.equal(answered(await relay.patch(path, 0, Buffer.from("hello"))).status, 500);
    assert.equal(answered(await relay.patch(path, 0, Buffer.from("hello"))).status, 204);
  });

  for (const method of ["HEAD", "DELETE", "OPTIONS", "POST"] as const) {
    it(`is the next ${method} if the fault names that method`, async () => {
      const relay = await startRelay();
      const path = method === "POST" ? "/uploads" : await relay.create(5);
      const headers = { "upload-length": 5 };
      const { faults } = relay.emulator;
      faults.add({ at: "relay", do: "status", status: 503, retryAfterSeconds: 1, method });
      faults.add({ at: "relay", do: "disconnect", method });
      faults.add({ at: "relay", do: "disconnect-before-answer", method });
      const seen = answered(await relay.send(method, path, { headers }));
      assert.equal(seen.status, 503);
      assert.equal(seen.headers["retry-after"], "1");
      assert.equal((await relay.send(method, path, { headers })).status, "cut");
      assert.equal((await relay.send(method, path, { headers })).status, "cut");
      assert.deepEqual(faults.list, []);
      const last = answered(await relay.send(method, path, { headers })).status;
      assert.equal(last, { HEAD: 200, DELETE: 404, OPTIONS: 204, POST: 201 }[method], "the work was done once before");
    });
  }

  it("is a request for the file that the fault names", async () => {
    const relay = await startRelay();
    const victim = await createSession(relay.emulator, { filename: "victim.vtt" });
    const spared = await createSession(relay.emulator, { filename: "spared.vtt" });
    relay.emulator.faults.add({ at: "relay", do: "status", status: 500, fileName: "victim.vtt" });
    const path = await relay.create(10);
    const patch = (offset: number, file: string) =>
      relay.patch(path, offset, Buffer.from("hello"), { headers: { "x-file": file } });
    assert.equal(answered(await patch(0, spared.id)).status, 204);
    assert.equal(answered(await patch(5, victim.id)).status, 500);
    assert.equal(answered(await patch(5, victim.id)).status, 204);
  });

  it("is decided by the offset that the body reaches first", async () => {
    const relay = await startRelay({ lockDrainTimeout: 100 });
    const { faults } = relay.emulator;
    const path = await relay.create(10);
    faults.add({ at: "relay", do: "disconnect", atOffset: 8 }, { at: "relay", do: "corrupt", atOffset: 2 });
    const bytes = Buffer.from("helloworld");
    assert.equal(answered(await relay.patch(path, 0, bytes.subarray(0, 5))).status, 204);
    assert.equal(relay.stored(path).toString(), "hemlo");
    faults.add({ at: "relay", do: "disconnect", atOffset: 6 });
    assert.equal((await relay.patch(path, 5, bytes.subarray(5))).status, "cut");
    await until("a byte to be stored", () => relay.stored(path).length === 6);
    assert.equal((await relay.patch(path, 6, bytes.subarray(6))).status, "cut");
    await finish(relay, path, bytes);
    assert.equal(relay.stored(path).toString(), "hemloworld");
  });

  it("must be one in which the fault can happen", () => {
    const faults = new FaultList();
    const impossible = [
      { at: "transfer", do: "status", method: "HEAD" },
      { at: "transfer", do: "disconnect", atOffset: 5 },
      { at: "relay", do: "disconnect", atOffset: 5, afterBytes: 5 },
      { at: "relay", do: "disconnect", atOffset: 5, method: "HEAD" },
      { at: "relay", do: "corrupt", method: "HEAD" },
      { at: "relay", do: "trickle", method: "DELETE" },
    ] as const;
    for (const fault of impossible) assert.throws(() => faults.add(fault), TypeError, JSON.stringify(fault));
  });
});
