import { createHash } from "node:crypto";

const MIB = 1024 * 1024;
export const bytes = new Uint8Array(MIB).map((_, index) => (index * 31) % 251);
const md5 = createHash("md5").update(bytes).digest("hex");

interface Session {
  readonly id: string;
  readonly token: string;
  readonly transfer: { readonly url: string; readonly headers: Record<string, string> };
}

export async function create(url: string, user: string, sizeBytes: number) {
  const startedAt = performance.now();
  const reply = await fetch(`${url}/api/uploads`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-user": user, "idempotency-key": crypto.randomUUID() },
    body: JSON.stringify({ filename: "a.bin", mimeType: "application/octet-stream", sizeBytes }),
  });
  const session = (await reply.json()) as Session;
  return { status: reply.status, tookMs: performance.now() - startedAt, session };
}

/** Uploads and completes one file. Resolves with the duration of its create in milliseconds. */
export async function upload(url: string, user: string): Promise<number> {
  const { status, tookMs, session } = await create(url, user, bytes.length);
  if (status !== 200) throw new Error(`create was answered with ${status}: ${JSON.stringify(session)}`);
  const sent = await fetch(session.transfer.url, {
    method: "PATCH",
    headers: {
      ...session.transfer.headers,
      "tus-resumable": "1.0.0",
      "upload-offset": "0",
      "content-type": "application/offset+octet-stream",
    },
    body: bytes,
  });
  if (sent.status !== 204) throw new Error(`the relay answered with ${sent.status}`);
  const reply = await fetch(`${url}/api/uploads/${session.id}/complete`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-user": user, "x-lightfield-file-token": session.token },
    body: JSON.stringify({ md5 }),
  });
  const { status: state } = (await reply.json()) as { status: string };
  if (state !== "COMPLETED") throw new Error(`complete left the file ${state}`);
  return tookMs;
}
