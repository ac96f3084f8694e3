import type { DataStore } from "@tus/server";
import { ApiError } from "../../api-error.ts";
import { jsonReply, withHeaders } from "../../endpoint/reply.ts";
import { claimedFileId, type FileTokens } from "../../tokens/file-token.ts";
import { TIMED_OUT, within } from "../../within.ts";
import type { Deliveries } from "../delivery/deliveries.ts";
import type { PassThrough } from "../delivery/pass-through.ts";
import type { Sessions } from "../sessions.ts";
import type { Binding } from "../store/binding.ts";
import { isBusy } from "../store/locks.ts";
import { expiryOf, findUpload, type Records } from "../store/records.ts";
import {
  capabilities,
  checkVersion,
  closingError,
  deliveryError,
  goneError,
  refusalHeaders,
  tusReply,
  underWayError,
} from "./answers.ts";
import { arrivingBytes, chunksOf } from "./arriving-bytes.ts";
import { PREFLIGHT_HEADERS, relayCorsHeaders } from "./cors.ts";
import type { Mount } from "./mount.ts";
import type { Receiver } from "./receiver.ts";
import type { IncomingBody } from "./request-body.ts";

export interface EndpointParts {
  readonly mount: Mount;
  readonly store: DataStore;
  readonly tokens: FileTokens;
  readonly records: Records;
  readonly receiver: Receiver;
  readonly sessions: Sessions;
  readonly deliveries: Deliveries;
  readonly idleMs: number;
  readonly maxFileBytes: number;
  readonly answerWithinMs: number;
  readonly passThrough: boolean;
  readonly allowedOrigins: readonly string[];
  readonly isClosing: () => boolean;
  readonly report: (message: string) => void;
}

/** What is known about a request, for its event. */
export interface AboutRequest {
  readonly requestId: string;
  fileId: string | null;
}

/** Handles one request and notes what it is about. Never rejects. */
export type HandleTus = (request: Request, body: Body, about: AboutRequest) => Promise<Response>;

type Body = IncomingBody | null;

/** Handles tus 1.0 requests: authorization, offsets, and delivery to storage before an upload is reported complete. */
export function createEndpoint(parts: EndpointParts): HandleTus {
  const { mount, store, tokens, records, receiver, sessions, deliveries } = parts;

  async function handle(request: Request, body: Body, about: AboutRequest): Promise<Response> {
    if (parts.isClosing()) throw closingError();
    const bindingId = mount.uploadAt(new URL(request.url).pathname);
    const { method } = request;
    if (method === "POST" && bindingId === null) return create(request, about);
    if (bindingId === null || !isOneOf(method, ["HEAD", "PATCH", "DELETE"])) {
      const allow = bindingId === null ? "POST, OPTIONS" : "HEAD, PATCH, DELETE, OPTIONS";
      throw new ApiError(405, `This address does not accept ${method} requests.`, { headers: { allow } });
    }
    checkVersion(request);
    const binding = await authorized(request, await known(request, () => records.find(bindingId)));
    about.fileId = binding.fileId;
    switch (method) {
      case "HEAD":
        return reportOffset(binding);
      case "PATCH":
        return append(request, binding, body);
      case "DELETE":
        await sessions.close(binding);
        return new Response(null, { status: 204, headers: { "tus-resumable": "1.0.0" } });
    }
  }

  /** Finds a binding. A missing token is refused first, so that a client without one cannot learn which uploads exist. */
  async function known(request: Request, find: () => Promise<Binding | null>): Promise<Binding> {
    if (bearerToken(request) === null) await tokens.verify(null, { fileId: "", subject: "" }, Date.now());
    const binding = await find();
    if (!binding) throw new ApiError(404, "There is no such upload.", { code: "upload_not_found" });
    return binding;
  }

  async function authorized(request: Request, binding: Binding): Promise<Binding> {
    const { fileId, subject } = binding;
    await tokens.verify(bearerToken(request), { fileId, subject }, Date.now());
    return binding;
  }

  /**
   * Handles POST: uploads are created by the token endpoint, so this returns the existing upload of the token's file.
   */
  async function create(request: Request, about: AboutRequest): Promise<Response> {
    checkVersion(request);
    const fileId = claimedFileId(bearerToken(request) ?? "");
    const found = await known(request, async () => (fileId === null ? null : sessions.ofFile(fileId)));
    const binding = await authorized(request, found);
    about.fileId = binding.fileId;
    const length = count(request.headers.get("upload-length"));
    if (length === null) throw new ApiError(400, "A new upload needs Upload-Length, a whole number of bytes.");
    if (length !== binding.sizeBytes) {
      const status = length > binding.sizeBytes ? 413 : 400;
      throw new ApiError(status, `This session is for a file of ${binding.sizeBytes} bytes.`, { code: "wrong_length" });
    }
    const offset = await sessions.offset(binding);
    if (offset === null) throw goneError();
    const upload = await findUpload(store, binding.bytesId);
    const expiresAt = upload && expiryOf(store, upload);
    const uploadExpires = expiresAt === null ? null : new Date(expiresAt).toUTCString();
    return tusReply(201, { offset, sizeBytes: binding.sizeBytes, uploadExpires }, mount.locationOf(binding.id));
  }

  async function reportOffset(binding: Binding): Promise<Response> {
    const offset = await sessions.offset(binding);
    if (offset === null) throw goneError();
    // A client must not see a complete upload before storage has the file.
    if (offset === binding.sizeBytes) await deliver(binding);
    return tusReply(200, { offset, sizeBytes: binding.sizeBytes, uploadExpires: null });
  }

  async function append(request: Request, binding: Binding, body: Body): Promise<Response> {
    const { headers } = request;
    const { sizeBytes } = binding;
    if (headers.get("content-type") !== "application/offset+octet-stream") {
      throw new ApiError(415, "The content type of a PATCH must be application/offset+octet-stream.");
    }
    const offset = count(headers.get("upload-offset"));
    if (offset === null) throw new ApiError(400, "A PATCH needs Upload-Offset, a whole number of bytes.");
    const contentLength = headers.get("content-length");

    // An empty PATCH at the end queries whether the file has reached storage.
    if (offset === sizeBytes && Number(contentLength ?? 0) === 0) {
      await deliver(binding);
      return tusReply(204, { offset, sizeBytes, uploadExpires: null });
    }
    const source = body ?? (request.body && chunksOf(request.body));
    const isWhole = offset === 0 && contentLength === String(sizeBytes);
    const copy = source && isWhole && parts.passThrough ? await startCopy(binding) : null;
    const chunk = { offset, contentLength, body: source && arrivingBytes(source, parts.idleMs, copy) };
    const received = await receiver.append(binding.bytesId, chunk).catch((error: unknown) => {
      copy?.end();
      copy?.dismiss();
      throw error;
    });
    copy?.end();
    if (received?.offset !== sizeBytes) copy?.dismiss();
    if (!received) {
      const isDone = (await records.endingOf(binding))?.kind === "stored";
      throw isDone ? (deliveryError({ kind: "incomplete", offset: sizeBytes }) ?? goneError()) : goneError();
    }
    if (received.offset === sizeBytes) await deliver(binding, copy);
    return tusReply(204, { ...received, sizeBytes });
  }

  /** Starts to send the file to storage while it arrives; null if it should not be, or if bytes have arrived already. */
  async function startCopy(binding: Binding): Promise<PassThrough | null> {
    const isNew = (await findUpload(store, binding.bytesId))?.offset === 0;
    return isNew && !receiver.isReceiving(binding.bytesId) ? deliveries.passThrough(binding) : null;
  }

  /** Returns when storage has the file. @throws ApiError if it does not have it, or not yet */
  async function deliver(binding: Binding, copy: PassThrough | null = null): Promise<void> {
    // A delivery that another instance runs is treated like one of this instance.
    const delivering = deliveries
      .deliver(binding, copy)
      .catch((error: unknown) => (isBusy(error) ? null : Promise.reject(error)));
    const delivery = await within(parts.answerWithinMs, delivering);
    const error = delivery === null || delivery === TIMED_OUT ? underWayError() : deliveryError(delivery);
    if (error) throw error;
  }

  function refusal(error: unknown, about: AboutRequest): Response {
    if (!(error instanceof ApiError))
      parts.report(`A request failed: ${error instanceof Error ? error.message : error} [request ${about.requestId}]`);
    const shown = error instanceof ApiError ? error : new ApiError(500, "The server could not handle this request.");
    return jsonReply(shown.status, JSON.stringify(shown.toReply()), { ...shown.headers, ...refusalHeaders(shown) });
  }

  return async (request, body, about) => {
    const cors = relayCorsHeaders(request, parts.allowedOrigins);
    if (cors === null)
      return refusal(
        new ApiError(403, "Pages of this origin may not call the relay.", { code: "origin_not_allowed" }),
        about,
      );
    if (request.method === "OPTIONS") {
      const headers = { ...capabilities(parts.maxFileBytes), ...cors, ...PREFLIGHT_HEADERS };
      return new Response(null, { status: 204, headers });
    }
    return withHeaders(await handle(request, body, about).catch((error: unknown) => refusal(error, about)), cors);
  };
}

function isOneOf<T extends string>(text: string, options: readonly T[]): text is T {
  return options.some((option) => option === text);
}

function bearerToken(request: Request): string | null {
  return /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? null;
}

function count(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
