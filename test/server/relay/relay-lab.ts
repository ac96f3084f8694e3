import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { type ClientRequest, createServer, request as httpRequest, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "node:test";
import { FileStore } from "@tus/file-store";
import type { RunningEmulator } from "../../../demo/emulator/index.ts";
import type { CreateReply, ErrorReply, WireTransfer } from "../../../src/host/protocol.ts";
import { createRelay, type Relay, type RelayOptions } from "../../../src/server/relay/index.ts";
import { createFileTokens } from "../../../src/server/tokens/file-token.ts";
import { call } from "../../emulator/lab.ts";
import { KEPT_CONNECTIONS } from "../../support/kept-connections.ts";

export { emulate, until } from "../../emulator/lab.ts";

export const SECRET = "a secret of the token endpoint and of the relay";
export const MIB = 1024 * 1024;

const toBeClosed: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of toBeClosed.splice(0)) await close();
});

export function atEnd(close: () => Promise<void>): void {
  toBeClosed.unshift(close);
}

export interface RunningRelay {
  readonly relay: Relay;
  readonly url: string;
  readonly directory: string;
  /** Messages of `onError`. */
  readonly reports: readonly string[];
  /** Bytes that arrived at the server's sockets, headers included. */
  receivedBytes(): number;
  /** Open connections of the server. */
  sockets(): readonly Socket[];
  /** The server's socket of a connection, also after its end. */
  socketOf(client: RawPatch): Socket;
}

/** Limit of a wait for a condition: only a hang meets it, on however busy a machine. */
const PATIENCE_MS = 60_000;

const folders: string[] = [];
process.once("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is deleted at exit. FileStore creates it in the background, so a short test must not delete it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "lightfield-relay-"));
  folders.push(folder);
  return folder;
}

/** Starts a relay on a free port, with a new folder unless one is given. */
export async function startRelay(change: Partial<RelayOptions> = {}): Promise<RunningRelay> {
  const directory = change.directory ?? temporaryFolder();
  const reports: string[] = [];
  const sockets: Socket[] = [];
  const byPort = new Map<number | undefined, Socket>();
  const where = change.store ? {} : { directory };
  const options = {
    url: "/api/relay",
    secret: SECRET,
    ...where,
    onError: (error: Error) => reports.push(error.message),
    ...change,
  } as RelayOptions;
  const relay = createRelay(options);
  const server = createServer({ ...KEPT_CONNECTIONS, requestTimeout: 0 }, relay.listener);
  server.on("connection", (socket: Socket) => {
    sockets.push(socket);
    byPort.set(socket.remotePort, socket);
  });
  const url = `${await listening(server)}/api/relay`;
  return {
    relay,
    url,
    directory,
    reports,
    receivedBytes: () => sockets.reduce((sum, socket) => sum + socket.bytesRead, 0),
    socketOf({ port }) {
      const socket = byPort.get(port);
      if (!socket) throw new Error("The server does not know this connection.");
      return socket;
    },
    sockets: () => sockets.filter((socket) => !socket.destroyed),
  };
}

export async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  atEnd(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export interface Upload {
  readonly file: CreateReply;
  readonly token: string;
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly offset: number;
}

export interface Opening {
  readonly subject?: string;
  readonly replaces?: string;
  readonly fields?: object;
  /** The session, if the emulator must not create it. */
  readonly file?: CreateReply;
}

/**
 * Does what the token endpoint does: creates a session and a token, and asks the relay for the transfer.
 */
export async function openUpload(
  { relay, url }: Pick<RunningRelay, "relay" | "url">,
  emulator: RunningEmulator,
  sizeBytes: number,
  { subject = "ada", replaces, fields = {}, file: given }: Opening = {},
): Promise<Upload> {
  const file = given ?? (await createFile(emulator, sizeBytes, fields));
  const token = await tokenFor(file.id, { subject });
  const request = new Request(new URL("/api/uploads", url), { method: "POST" });
  const transfer = await relay.transfer(file, { request, subject, token, replaces: replaces ?? null });
  return { file, token, ...asTus(transfer) };
}

function asTus(transfer: WireTransfer): Pick<Upload, "url" | "headers" | "offset"> {
  if (transfer.kind !== "tus") throw new Error(`The relay answered ${transfer.kind}.`);
  const headers = { ...transfer.headers, "Tus-Resumable": "1.0.0" };
  return { url: transfer.url, headers, offset: transfer.offset ?? 0 };
}

export async function createFile(
  emulator: RunningEmulator,
  sizeBytes: number,
  fields: object = {},
): Promise<CreateReply> {
  const body = { filename: "recording.bin", mimeType: "application/octet-stream", sizeBytes, ...fields };
  const { status, body: file } = await call(emulator, "POST /v1/files", { body });
  if (status !== 200) throw new Error(`create answered ${status}`);
  return file as CreateReply;
}

export function tokenFor(
  fileId: string,
  { subject = "ada", expiresAt = Date.now() + 600_000, secret = SECRET } = {},
): Promise<string> {
  return createFileTokens([secret]).sign({ fileId, subject, expiresAt });
}

export function head({ url, headers }: Pick<Upload, "url" | "headers">): Promise<Response> {
  return fetch(url, { method: "HEAD", headers });
}

export function patch(
  { url, headers }: Pick<Upload, "url" | "headers">,
  offset: number,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  return fetch(url, {
    method: "PATCH",
    headers: { ...headers, "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(offset) },
    body: bytes,
  });
}

export function remove({ url, headers }: Pick<Upload, "url" | "headers">): Promise<Response> {
  return fetch(url, { method: "DELETE", headers });
}

/** Sends the first bytes of a PATCH and cuts the connection; resolves after that. */
export function cutPatch(upload: Upload, offset: number, bytes: Uint8Array, declaredBytes: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(upload.url, {
      method: "PATCH",
      agent: false,
      headers: {
        ...upload.headers,
        "Content-Type": "application/offset+octet-stream",
        "Upload-Offset": String(offset),
        "Content-Length": declaredBytes,
      },
    });
    request.on("error", reject);
    request.on("close", resolve);
    request.write(bytes, () => {
      request.removeAllListeners("error").on("error", () => {});
      request.destroy();
    });
  });
}

export function bytesOf(size: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(randomBytes(size));
}

export function md5(bytes: Uint8Array): string {
  return createHash("md5").update(bytes).digest("hex");
}

export async function errorOf(response: Response): Promise<ErrorReply["error"]> {
  return ((await response.json()) as ErrorReply).error;
}

export const offsetOf = (response: Response): number => Number(response.headers.get("upload-offset") ?? Number.NaN);

/** Digest of the object in storage; null if there is none. */
export function storedMd5(emulator: RunningEmulator, { id }: { readonly id: string }): string | null {
  const path = emulator.objectPath(id);
  return path === null ? null : md5(readFileSync(path));
}

/** PUTs that reached storage, with the bytes of each. */
export function puts(emulator: RunningEmulator, { id }: { readonly id: string }): readonly number[] {
  return emulator.requests.entries
    .filter((entry) => entry.side === "storage" && entry.method === "PUT" && entry.fileId === id)
    .map((entry) => entry.bytesIn);
}

/** Completes the file at Lightfield, which verifies the digest. */
export async function complete(
  emulator: RunningEmulator,
  { id }: { readonly id: string },
  digest: string,
): Promise<string> {
  const { body } = await call(emulator, `POST /v1/files/${id}/complete`, { body: { md5: digest } });
  return body.status ?? body.error.message;
}

export { call };

/** Entries in the relay's folder. */
export async function leftovers({ directory }: Pick<RunningRelay, "directory">): Promise<string[]> {
  return (await readdir(directory)).filter((name) => !name.endsWith(".json"));
}

async function storedBytes(running: RunningRelay): Promise<string> {
  const [name] = (await leftovers(running)).filter((entry) => entry.startsWith("b"));
  if (name === undefined) throw new Error("Nothing is stored.");
  return join(running.directory, name);
}

/** Changes the length of the stored bytes of the only upload, like a fault of the disk. */
export async function growStored(running: RunningRelay, length: number): Promise<void> {
  await truncate(await storedBytes(running), length);
}

/** Deletes the stored bytes of the only upload. */
export async function removeStored(running: RunningRelay): Promise<void> {
  await rm(await storedBytes(running));
}

/** Retries while the response is 503, like a client. */
export async function eventually(ask: () => Promise<Response>, withinMs = PATIENCE_MS): Promise<Response> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const response = await ask();
    if (response.status !== 503 || performance.now() > deadline) return response;
    await response.text();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Sends the first bytes of a PATCH and then nothing, without an end. */
export function slowPatch(
  upload: Upload,
  offset: number,
  bytes: Uint8Array,
  declaredBytes: number,
  sentBytes: number,
): ClientRequest {
  const request = httpRequest(upload.url, {
    method: "PATCH",
    agent: false,
    headers: {
      ...upload.headers,
      "Content-Type": "application/offset+octet-stream",
      "Upload-Offset": String(offset),
      "Content-Length": declaredBytes,
    },
  });
  request.on("error", () => {});
  request.write(bytes.slice(0, sentBytes));
  return request;
}

/** Sizes of the stored bytes on disk. */
export function storedSizes({ directory }: RunningRelay): number[] {
  return readdirSync(directory)
    .filter((name) => /^b[0-9a-f]+$/.test(name))
    .map((name) => statSync(join(directory, name)).size);
}

/** Makes every entry of the folder older. */
export async function age({ directory }: RunningRelay, ms: number): Promise<void> {
  for (const name of await readdir(directory)) {
    if (!name.endsWith(".json")) continue;
    const path = join(directory, name);
    const entry = JSON.parse(await readFile(path, "utf8")) as { creation_date: string };
    entry.creation_date = new Date(Date.parse(entry.creation_date) - ms).toISOString();
    await writeFile(path, JSON.stringify(entry));
  }
}

export async function untilAsync(what: string, isSo: () => Promise<boolean>, withinMs = PATIENCE_MS): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`Waited ${withinMs} ms in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export interface RawPatch {
  readonly socket: Socket;
  /** Port of the client. */
  readonly port: number | undefined;
  readonly headBytes: number;
  /** Response so far. */
  answer(): string;
}

/** Starts a PATCH on a plain socket; the test sends the body and ends it. */
export async function rawPatch({ url, headers }: Upload, offset: number, declaredBytes: number): Promise<RawPatch> {
  const { hostname, port, host, pathname } = new URL(url);
  const all = {
    Host: host,
    ...headers,
    "Content-Type": "application/offset+octet-stream",
    "Upload-Offset": offset,
    "Content-Length": declaredBytes,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `PATCH ${pathname} HTTP/1.1\r\n${lines.join("")}\r\n`;
  const socket = connect(Number(port), hostname);
  let answer = "";
  socket
    .on("error", () => {})
    .on("data", (chunk) => {
      answer += chunk;
    });
  await once(socket, "connect");
  const ownPort = socket.localPort;
  socket.write(head);
  return { socket, port: ownPort, headBytes: head.length, answer: () => answer };
}

/** A store on a disk that never writes. */
export function stallingStore(): { readonly store: FileStore; readonly isWriting: Promise<void> } {
  let begun: () => void;
  const isWriting = new Promise<void>((resolve) => {
    begun = resolve;
  });
  class Stalling extends FileStore {
    override write(): Promise<number> {
      begun();
      return new Promise(() => {});
    }
  }
  return { store: new Stalling({ directory: temporaryFolder() }), isWriting };
}

/** Resolves when a number has not changed for a fifth of a second. */
export async function settles(read: () => number): Promise<void> {
  let last = Number.NaN;
  while (last !== read()) {
    last = read();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
