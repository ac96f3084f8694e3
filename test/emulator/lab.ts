import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach } from "node:test";
import { type EmulatorOptions, type RunningEmulator, startEmulator } from "../../demo/emulator/index.ts";

/** Response of a call, as tests read it. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  // Tests read replies of every shape; a wrong assumption shows as a failed assertion.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  readonly body: any;
}

export interface Session {
  readonly id: string;
  readonly filename: string;
  readonly uploadUrl: string;
  readonly uploadHeaders: Record<string, string>;
}

const toBeClosed: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of toBeClosed.splice(0)) await close();
});

/** Closed in reverse order. */
export function closeAfterTest(close: () => Promise<void>): void {
  toBeClosed.unshift(close);
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "lightfield-emulator-"));
  toBeClosed.push(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts an emulator that is closed after the test. */
export async function emulate(options: Partial<EmulatorOptions> = {}): Promise<RunningEmulator> {
  const dataDir = options.dataDir ?? temporaryFolder();
  const emulator = await startEmulator({ ...options, dataDir });
  closeAfterTest(() => emulator.close());
  return emulator;
}

export interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Makes one call of the API, with key and version unless `headers` replace them; an empty header is omitted. */
export async function call(
  { apiUrl, apiKey }: RunningEmulator,
  route: string,
  { body, headers = {} }: CallOptions = {},
): Promise<Reply> {
  const [method = "GET", path = "/"] = route.split(" ");
  const all = new Headers({
    authorization: `Bearer ${apiKey}`,
    "lightfield-version": "2026-03-01",
    ...(body !== undefined && { "content-type": "application/json" }),
  });
  for (const [name, value] of Object.entries(headers)) value === "" ? all.delete(name) : all.set(name, value);
  const content = typeof body === "string" ? body : JSON.stringify(body);
  const response = await fetch(apiUrl + path, { method, headers: all, ...(body !== undefined && { body: content }) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text.startsWith("{") ? JSON.parse(text) : text };
}

export const TRANSCRIPT = { filename: "call.vtt", mimeType: "text/vtt", sizeBytes: 5 } as const;

export async function createSession(emulator: RunningEmulator, fields: object = {}): Promise<Session> {
  const { status, body } = await call(emulator, "POST /v1/files", { body: { ...TRANSCRIPT, ...fields } });
  if (status !== 200) throw new Error(`create answered ${status} ${JSON.stringify(body)}`);
  return body as Session;
}

export function put(session: Session, bytes: BodyInit, headers: Record<string, string> = session.uploadHeaders) {
  return fetch(session.uploadUrl, { method: "PUT", headers, body: bytes });
}

/** Creates a session whose five bytes are in storage. */
export async function createUploaded(emulator: RunningEmulator, fields: object = {}): Promise<Session> {
  const session = await createSession(emulator, fields);
  const { status } = await put(session, "hello");
  if (status !== 200) throw new Error(`storage answered ${status}`);
  return session;
}

/** Creates a completed file with five bytes. */
export async function createCompleted(emulator: RunningEmulator, fields: object = {}): Promise<Session> {
  const session = await createUploaded(emulator, fields);
  const { status } = await call(emulator, `POST /v1/files/${session.id}/complete`, { body: { md5: HELLO_MD5 } });
  if (status !== 200) throw new Error(`complete answered ${status}`);
  return session;
}

/** Required fields of a new meeting. */
export const MEETING = {
  $title: "Kick-off",
  $startDate: "2026-03-16T12:00:00+00:00",
  $endDate: "2026-03-16T13:00:00+00:00",
} as const;

export function createMeeting(
  emulator: RunningEmulator,
  fields: object = {},
  relationships?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const body = { fields: { ...MEETING, ...fields }, ...(relationships && { relationships }) };
  return call(emulator, "POST /v1/meetings", { body, headers });
}

export const HELLO_MD5 = md5Of("hello");

export function md5Of(bytes: string | Uint8Array): string {
  return createHash("md5").update(bytes).digest("hex");
}

export function statusOf(emulator: RunningEmulator, { id }: Session): string | undefined {
  return emulator.files().find((file) => file.id === id)?.status;
}

/** Waits until a condition is true. */
export async function until(what: string, isSo: () => boolean, withinMs = 60_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`Waited ${withinMs} ms in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
