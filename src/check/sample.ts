import type { Session } from "../engine/ports.ts";
import { boundedText } from "./bounded-text.ts";
import { type Calls, shown } from "./calls.ts";
import { sessionOf } from "./expect.ts";
import { Fault } from "./report.ts";

/** Content of the files that the checker sends: a short transcript. */
const TEXT = "WEBVTT\n\n00:00.000 --> 00:01.000\nSent by the conformance checker of lightfield-uploader\n";
export const SAMPLE = new TextEncoder().encode(TEXT);
export const SAMPLE_MD5 = "d6c4cf3fd1dd81a5ea87674f829c05f9";
export const WRONG_MD5 = "0".repeat(32);

export interface Sample {
  readonly filename: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly purpose?: string;
}

/** Sessions that the checker creates, so that it can cancel those that are still pending at the end. */
export class Sessions {
  readonly #calls: Calls;
  readonly #created: { readonly session: Session; readonly as: "user" | "other" }[] = [];
  readonly body: Sample;

  constructor(calls: Calls, purpose: string | undefined) {
    this.#calls = calls;
    this.body = {
      filename: "conformance-check.vtt",
      mimeType: "text/vtt",
      sizeBytes: SAMPLE.byteLength,
      ...(purpose === undefined ? {} : { purpose }),
    };
  }

  async create(idempotencyKey: string = crypto.randomUUID(), as: "user" | "other" = "user"): Promise<Session> {
    const answer = await this.#calls.send("POST", "", {
      as,
      body: this.body,
      headers: { "idempotency-key": idempotencyKey },
    });
    const session = sessionOf(answer);
    this.#created.push({ session, as });
    return session;
  }

  /** Cancels every session of the checker. Those that ended already refuse it, which is expected. */
  async cancelAll(): Promise<void> {
    for (const { session, as } of this.#created.splice(0)) {
      const { id, token } = session;
      await this.#calls.send("POST", `/${encodeURIComponent(id)}/cancel`, { as, body: {}, token }).catch(() => {});
    }
  }
}

/** Sends the sample as the uploader does: one PUT, or by tus. */
export async function sendSample({ transfer }: Session, send: typeof fetch = fetch): Promise<void> {
  const isTus = transfer.kind === "tus";
  const tusHeaders = {
    "tus-resumable": "1.0.0",
    "upload-offset": "0",
    "content-type": "application/offset+octet-stream",
  };
  const response = await send(transfer.url, {
    method: isTus ? "PATCH" : "PUT",
    headers: isTus ? { ...transfer.headers, ...tusHeaders } : transfer.headers,
    body: SAMPLE,
    signal: AbortSignal.timeout(30_000),
  }).catch((cause: unknown) => {
    throw new Fault(
      `${transfer.kind} to ${hostOf(transfer.url)} got no response (${cause instanceof Error ? cause.message : cause})`,
      "Return the upload address exactly as Lightfield or the relay gave it, reachable from the browser.",
    );
  });
  if (response.ok) return;
  const text = await boundedText(response).catch(() => "");
  const answer = {
    call: transfer.kind,
    url: transfer.url,
    durationMs: 0,
    status: response.status,
    ok: false,
    headers: response.headers,
    text,
    json: null,
  };
  throw new Fault(
    shown(answer),
    "Return uploadUrl and uploadHeaders (or transfer) unchanged: the signature covers every character of both.",
  );
}

function hostOf(url: string): string {
  return new URL(url).host;
}
