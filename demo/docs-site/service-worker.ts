/**
 * A Lightfield in the page, for live examples without a server: the six calls of the endpoint and the storage, as a service
 * worker. It verifies the MD5 of the bytes that it received. Files stay in this browser's cache and go with it.
 */
import { createMD5 } from "hash-wasm";
import type { CompleteBody, CreateBody, FileReply } from "../../src/host/protocol.ts";

/** The parts of the service worker's scope that are used here; TypeScript's DOM library does not have them. */
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(
    type: "install" | "activate",
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(
    type: "fetch",
    listener: (event: { readonly request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void;
}

const scope = globalThis as unknown as WorkerScope;
const api = new URL("api/uploads", scope.registration.scope);
const storage = new URL("storage/", scope.registration.scope);
const HOUR_MS = 3_600_000;
/** Largest number of files that are kept; the oldest go first. */
const MOST_FILES = 50;

scope.addEventListener("install", (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener("activate", (event) => event.waitUntil(scope.clients.claim()));
scope.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (origin !== api.origin) return;
  if (pathname === api.pathname || pathname.startsWith(`${api.pathname}/`)) {
    event.respondWith(answer(event.request, pathname.slice(api.pathname.length)));
  } else if (pathname.startsWith(storage.pathname)) {
    event.respondWith(store(event.request));
  }
});

async function answer(request: Request, path: string): Promise<Response> {
  const [, id = "", verb = ""] = path.split("/");
  if (id === "" && request.method === "POST") return create((await request.json()) as CreateBody);
  if (id === "" && request.method === "GET") return list();
  const file = await load(id);
  if (!file) return refusal(404, "not_found", "There is no such file in this browser.");
  if (verb === "" && request.method === "GET") return json(file);
  if (verb === "url") return json({ url: new URL(id, storage).href, expiresAt: later() });
  if (verb === "cancel") {
    if (file.status !== "PENDING") return refusal(409, "conflict", "Only a pending file can be cancelled.");
    return json(await save({ ...file, status: "CANCELLED", expiresAt: null }));
  }
  if (verb === "complete") return complete(file, (await request.json()) as CompleteBody);
  return refusal(404, "not_found", "There is no such call.");
}

async function create({ filename, mimeType, sizeBytes }: CreateBody): Promise<Response> {
  const id = `fil_${crypto.randomUUID().replaceAll("-", "").slice(0, 16)}`;
  const createdAt = new Date().toISOString();
  const file = await save({
    id,
    filename,
    mimeType,
    sizeBytes,
    status: "PENDING",
    createdAt,
    completedAt: null,
    expiresAt: later(),
  });
  return json({ ...file, uploadUrl: new URL(id, storage).href, uploadHeaders: {} });
}

async function complete(file: FileReply, { md5 }: CompleteBody): Promise<Response> {
  if (file.status === "COMPLETED") return json(file);
  const bytes = await (await cache()).match(new URL(file.id, storage));
  if (file.status !== "PENDING" || !bytes) return refusal(409, "conflict", "No bytes have arrived for this file.");
  const content = new Uint8Array(await bytes.arrayBuffer());
  const hasher = await createMD5();
  const actual = hasher.init().update(content).digest("hex");
  if (content.byteLength !== file.sizeBytes || (md5 !== undefined && md5 !== actual)) {
    return refusal(422, "unprocessable_content", "The bytes that arrived are others.", "md5");
  }
  return json(await save({ ...file, status: "COMPLETED", completedAt: new Date().toISOString(), expiresAt: null }));
}

async function list(): Promise<Response> {
  const files = (await all()).filter(({ status }) => status === "COMPLETED");
  return json({ object: "list", data: files.slice(0, 25), totalCount: files.length });
}

async function store(request: Request): Promise<Response> {
  const files = await cache();
  if (request.method === "PUT") {
    await files.put(request.url, new Response(await request.blob()));
    return new Response(null, { status: 200 });
  }
  return (await files.match(request.url)) ?? new Response("Not found", { status: 404 });
}

function cache(): Promise<Cache> {
  return caches.open("lightfield-uploader-docs");
}

async function load(id: string): Promise<FileReply | null> {
  const known = await (await cache()).match(new URL(`record/${id}`, storage));
  return known ? ((await known.json()) as FileReply) : null;
}

async function save(file: FileReply): Promise<FileReply> {
  const files = await cache();
  await files.put(new URL(`record/${file.id}`, storage), new Response(JSON.stringify(file)));
  const old = (await all()).slice(MOST_FILES);
  for (const { id } of old) {
    await files.delete(new URL(`record/${id}`, storage));
    await files.delete(new URL(id, storage));
  }
  return file;
}

/** All files, newest first. */
async function all(): Promise<FileReply[]> {
  const files = await cache();
  const records = (await files.keys()).filter(({ url }) => url.startsWith(new URL("record/", storage).href));
  const found = await Promise.all(
    records.map(async (request) => (await (await files.match(request))?.json()) as FileReply),
  );
  return found.sort((a, b) => b.createdAt.localeCompare(a.createdAt));
}

function later(): string {
  return new Date(Date.now() + HOUR_MS).toISOString();
}

function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store" },
  });
}

function refusal(status: number, type: string, message: string, param?: string): Response {
  return json({ error: { type, code: type, message, ...(param ? { param } : {}) } }, status);
}
