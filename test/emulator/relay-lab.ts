import { mkdirSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders, type RequestListener, request } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";
import type { RequestLogEntry, RunningEmulator } from "../../demo/emulator/index.ts";
import { KEPT_CONNECTIONS } from "../support/kept-connections.ts";
import { closeAfterTest, emulate, temporaryFolder } from "./lab.ts";

/** Result for a client: a response, or a connection that ended without one. */
export type Seen =
  | { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }
  | { readonly status: "cut" };

export interface SendOptions {
  readonly body?: Uint8Array;
  readonly headers?: Readonly<Record<string, string | number>>;
  /** Disconnects when it is aborted. */
  readonly signal?: AbortSignal;
}

export interface Relay {
  readonly emulator: RunningEmulator;
  /** Creates an upload of the given size and returns its path. */
  create(totalBytes: number): Promise<string>;
  send(method: string, path: string, options?: SendOptions): Promise<Seen>;
  /** Bytes from an offset on. */
  patch(path: string, offset: number, body: Uint8Array, options?: SendOptions): Promise<Seen>;
  /** Offset that the tus server reports. */
  offset(path: string): Promise<number>;
  /** Bytes on the tus server's disk. */
  stored(path: string): Buffer;
  /** Number of requests that broke off for the tus server. */
  brokenRequests(): number;
  /** The log of the PATCHes. */
  patches(): RequestLogEntry[];
}

/**
 * A real tus server with its file store, behind the emulator's front. Requests name their file in `x-file`.
 * `lockDrainTimeout` is how long a request that does not end may block the next one for its upload, in milliseconds.
 */
export async function startRelay({ lockDrainTimeout = 3000 } = {}): Promise<Relay> {
  const emulator = await emulate();
  const directory = join(temporaryFolder(), "tus");
  mkdirSync(directory);
  const datastore = new FileStore({ directory });
  // The store creates its folder in the background, which would throw if a short test had already deleted it.
  await readdir(directory);
  const tus = new Server({ path: "/uploads", relativeLocation: true, datastore, lockDrainTimeout });
  let broken = 0;
  const listener: RequestListener = (req, res) => {
    req.once("error", () => {
      broken += 1;
    });
    void tus.handle(req, res);
  };
  const front = emulator.frontFor(listener, {
    fileOf: (req) => req.headersDistinct["x-file"]?.[0] ?? null,
    concerns: (req) => req.url?.startsWith("/uploads") ?? false,
  });
  const port = await serve(front);

  const send: Relay["send"] = (method, path, { body, headers = {}, signal } = {}) =>
    new Promise((resolve) => {
      const all = { "tus-resumable": "1.0.0", ...(body && { "content-length": body.length }), ...headers };
      const outgoing = request({ port, host: "127.0.0.1", method, path, headers: all, ...(signal && { signal }) });
      const cut = () => resolve({ status: "cut" });
      outgoing.on("error", cut).on("close", cut);
      outgoing.on("response", (response) => {
        let text = "";
        response.on("data", (chunk) => {
          text += chunk;
        });
        response.on("error", cut);
        response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      });
      outgoing.end(body);
    });

  return {
    emulator,
    send,
    async create(totalBytes) {
      const seen = await send("POST", "/uploads", { headers: { "upload-length": totalBytes } });
      if (seen.status !== 201) throw new Error(`creating answered ${seen.status}`);
      return seen.headers.location ?? "";
    },
    patch: (path, offset, body, options = {}) =>
      send("PATCH", path, {
        ...options,
        body,
        headers: {
          "content-type": "application/offset+octet-stream",
          "upload-offset": offset,
          ...options.headers,
        },
      }),
    async offset(path) {
      const seen = await send("HEAD", path);
      if (seen.status === "cut") throw new Error("HEAD was cut");
      return Number(seen.headers["upload-offset"]);
    },
    stored: (path) => readFileSync(join(directory, path.split("/").at(-1) ?? "")),
    brokenRequests: () => broken,
    patches: () => emulator.requests.entries.filter(({ method }) => method === "PATCH"),
  };
}

/** Serves a listener on a free port until the end of the test. */
export async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(KEPT_CONNECTIONS, (req, res) => {
    res.on("error", () => {});
    listener(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closeAfterTest(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });
  return (server.address() as AddressInfo).port;
}

/** Bytes without repetitions, so that a misplaced chunk is noticed. */
export function pattern(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at + 4 <= length; at += 4) bytes.writeUInt32LE(Math.imul(at, 2_654_435_761) >>> 0, at);
  return bytes;
}

/** Resumes at the server's offset until the upload is complete, like a tus client. Returns the number of PATCHes. */
export async function finish(relay: Relay, path: string, bytes: Buffer, chunkBytes = bytes.length): Promise<number> {
  for (let patches = 0; patches < 1000; patches += 1) {
    const offset = await relay.offset(path);
    if (offset === bytes.length) return patches;
    await relay.patch(path, offset, bytes.subarray(offset, offset + chunkBytes));
  }
  throw new Error("It does not end.");
}
