import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, beforeEach, describe, it } from "node:test";
import { getRequestListener } from "@hono/node-server";
import { createTokenEndpoint, refuse, type TokenEndpointOptions } from "../../../src/server/index.ts";
import { KEPT_CONNECTIONS } from "../../support/kept-connections.ts";
import { CREATED, NEW_FILE, startUpstream, type Upstream } from "../scripted-upstream.ts";
import { API_KEY, SECRET } from "../support.ts";

/** Clients that send a body slowly, on a server without Node's own time limit, as uploads through a relay need it. */
describe("a body that arrives slowly", () => {
  let upstream: Upstream;
  let server: Server;
  let port: number;
  let logged: string[];
  const sockets = new Set<Socket>();

  beforeEach(async () => {
    upstream = await startUpstream();
    upstream.answer({ json: CREATED });
    logged = [];
  });
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await upstream.close();
  });

  async function serve(options: Partial<TokenEndpointOptions>): Promise<void> {
    const endpoint = createTokenEndpoint({
      apiKey: API_KEY,
      secret: SECRET,
      baseUrl: upstream.url,
      authorize: () => true,
      onError: ({ message }) => logged.push(message),
      ...options,
    });
    server = createServer(
      { ...KEPT_CONNECTIONS, requestTimeout: 0 },
      getRequestListener(endpoint, { overrideGlobalObjects: false }),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    port = (server.address() as AddressInfo).port;
  }

  /** A POST that announces a body and sends its first part. Resolves with the response when the server has closed. */
  async function send(firstPart: string, announced: number): Promise<{ socket: Socket; closed: Promise<string> }> {
    const socket = connect(port, "127.0.0.1");
    sockets.add(socket);
    let response = "";
    socket.on("error", () => {}).on("data", (chunk) => (response += chunk));
    const closed = once(socket, "close").then(() => response);
    await once(socket, "connect");
    const head = `POST /api/uploads HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n`;
    socket.write(`${head}Content-Length: ${announced}\r\n\r\n${firstPart}`);
    return { socket, closed };
  }

  /** Waits until the server has no connections; the test runner limits the wait. */
  async function untilClosed(): Promise<void> {
    const count = () => new Promise<number>((resolve) => server.getConnections((_error, open) => resolve(open)));
    while ((await count()) > 0) await new Promise((resolve) => setImmediate(resolve));
  }

  it("does not hold a connection of users who are not authorized", async () => {
    let asked = 0;
    await serve({
      authorize: () => {
        asked += 1;
        return refuse(401, "Sign in first.");
      },
    });
    const strangers = await Promise.all(Array.from({ length: 50 }, () => send("{", 1000)));
    for (const { closed } of strangers) assert.match(await closed, /^HTTP\/1\.1 401 [\s\S]*Sign in first/);
    assert.equal(asked, 50);
    await untilClosed();
    assert.deepEqual(logged, []);
  });

  it("is refused with 408 after the time limit, also for authorized users", async () => {
    await serve({ bodyTimeoutMs: 100 });
    const { closed } = await send('{"filename":', 1000);
    assert.match(await closed, /^HTTP\/1\.1 408 [\s\S]*"code":"body_timeout"/);
    await untilClosed();
    assert.equal(upstream.received.length, 0);
    assert.deepEqual(logged, []);
  });

  it("is not reported when the client disconnects", async () => {
    await serve({});
    const { socket, closed } = await send("{", 1000);
    const arrived = once(server, "request");
    socket.destroy();
    await Promise.race([arrived, closed]);
    await closed;
    // A call that was sent later is handled later.
    const text = JSON.stringify(NEW_FILE);
    const later = await fetch(`http://127.0.0.1:${port}/api/uploads`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: text,
    });
    assert.equal(later.status, 200);
    assert.deepEqual(logged, []);
  });

  it("keeps the connection when the whole body of a refused call has arrived", async () => {
    await serve({ authorize: () => false });
    const text = JSON.stringify(NEW_FILE);
    const { socket } = await send(text, text.length);
    const [first] = await once(socket, "data");
    assert.match(String(first), /^HTTP\/1\.1 403 /);
    assert.doesNotMatch(String(first), /connection: close/i);
    socket.write(`GET /api/uploads HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    const [second] = await once(socket, "data");
    assert.match(String(second), /^HTTP\/1\.1 403 /);
  });
});
