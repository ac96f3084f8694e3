import type { CreateReply } from "../../../../src/host/protocol.ts";
import type { FileTokens } from "../../../../src/server/tokens/file-token.ts";
import type { Random } from "../virtual/random.ts";
import type { Timeline } from "../virtual/timeline.ts";
import type { Call, CallOptions, Calls, Outcome } from "./calls.ts";
import type { Instance } from "./instance.ts";
import type { Judge, RelayAnswer } from "./judge.ts";
import { createScriptedBody, type ScriptedBody } from "./scripted-body.ts";
import type { Storage } from "./storage.ts";
import { STORAGE_ORIGIN } from "./storage-request.ts";
import type { Session, Upload } from "./uploads.ts";

/** Virtual time within which a call is answered when nothing is slow: waits for locks, silence and delivery in all. */
const ANSWER_WITHIN_MS = 240_000;
/** The same for a question, which waits for one lock and for a delivery, but for no sender. */
const QUESTION_WITHIN_MS = 100_000;
/** The same with a disk or a lock server that may take seconds for each of its operations. */
const SLOW_ANSWER_WITHIN_MS = 1_200_000;
const SESSION_MS = 3_600_000;

export interface PatchScript {
  /** How many of the missing bytes are sent. */
  readonly bytes: number;
  readonly pieces: number;
  readonly pieceMs?: number;
  readonly end: ScriptedBody["end"];
  readonly skew?: number;
  readonly isChunked?: boolean;
}

/** What clients need of the world. */
export interface ClientParts {
  readonly timeline: Timeline;
  readonly random: Random;
  readonly storage: Storage;
  readonly judge: Judge;
  readonly calls: Calls;
  readonly tokens: FileTokens;
  readonly canBeSlow: boolean;
  readonly faultsMet: () => number;
}

type ClientCall<T> = Omit<CallOptions<T>, "withinMs"> & { readonly isQuestion?: boolean };

/** What hosts and browsers do with the relay. Every answer goes past the judge. */
export class Client {
  readonly #world: ClientParts;

  constructor(world: ClientParts) {
    this.#world = world;
  }

  /** A session at Lightfield, which the relay does not know yet. */
  async newSession(upload: Upload, replaces: Session | null): Promise<Session> {
    const { timeline, storage, random, tokens } = this.#world;
    const fileId = `${upload.name}-s${upload.sessions.length}`;
    const uploadUrl = `${STORAGE_ORIGIN}/${fileId}`;
    const expiresAtMs = timeline.nowMs + SESSION_MS;
    storage.open(uploadUrl, expiresAtMs);
    const guard: Record<string, string> = random.chance(0.3) ? { "if-none-match": "*" } : {};
    const session: Session = {
      upload,
      fileId,
      uploadUrl,
      uploadHeaders: { "content-type": "text/vtt", ...guard },
      expiresAtMs,
      signings: 0,
      replaces,
      token: await tokens.sign({ fileId, subject: upload.name, expiresAt: timeline.nowMs + 1000 * SESSION_MS }),
      path: null,
      knownOffset: 0,
      confirmed: 0,
      requests: 0,
      openings: 0,
      isReplaced: false,
      close: "none",
      isRevived: false,
      end: null,
      isGone: false,
      storedMs: null,
    };
    upload.sessions.push(session);
    return session;
  }

  /** The host's call for a new session, or the same call again. */
  async open(session: Session, instance: Instance): Promise<Outcome<number>> {
    const { judge, timeline } = this.#world;
    const { upload, replaces } = session;
    upload.firstOpenedMs ??= timeline.nowMs;
    if (replaces) replaces.isReplaced = true;
    session.openings += 1;
    const sent = judge.sent("open", session);
    let path = "";
    const call = this.#call<number>(upload, instance, {
      what: `open ${session.fileId}`,
      run: async (relay) => {
        const request = new Request("https://app.invalid/api/uploads", { method: "POST" });
        const file = createReplyOf(session, timeline.nowMs);
        const { token } = session;
        const subject = upload.name;
        const transfer = await relay.transfer(file, {
          request,
          subject,
          token,
          replaces: replaces?.fileId ?? null,
        });
        if (transfer.kind !== "tus") throw new Error(`The relay answered ${transfer.kind}.`);
        path = new URL(transfer.url).pathname;
        return transfer.offset ?? 0;
      },
      onAnswer: (outcome) => {
        session.openings -= 1;
        if (outcome.kind === "answer") judge.opened(sent, outcome.value);
        if (outcome.kind === "error") judge.openFailed(sent, outcome.error);
        if (outcome.kind === "answer") session.path = path;
      },
    });
    const outcome = await call.outcome;
    if (outcome.kind === "answer") session.knownOffset = outcome.value;
    return outcome;
  }

  /** The host's hook for a cancelled file. */
  forget(session: Session, instance: Instance): Promise<Outcome<void>> {
    const { judge, faultsMet } = this.#world;
    const faultsBefore = faultsMet();
    noteCloseAsked(session);
    return this.#call<void>(session.upload, instance, {
      what: `forget ${session.fileId}`,
      run: (relay) => relay.forget(session.fileId),
      onAnswer: (outcome) => {
        if (outcome.kind === "answer") judge.closed(session);
        if (outcome.kind === "error") judge.closeFailed(session, outcome.error, faultsBefore);
      },
    }).outcome;
  }

  head(session: Session, instance: Instance): Promise<Outcome<RelayAnswer>> {
    session.requests += 1;
    return this.#ask(session, instance, "HEAD");
  }

  remove(session: Session, instance: Instance): Promise<Outcome<RelayAnswer>> {
    noteCloseAsked(session);
    return this.#ask(session, instance, "DELETE");
  }

  post(session: Session, instance: Instance): Promise<Outcome<RelayAnswer>> {
    return this.#ask(session, instance, "POST", { "upload-length": String(session.upload.sizeBytes) });
  }

  /** Sends so many bytes from where the client thinks that the server is; none asks whether the file has arrived. */
  patch(session: Session, instance: Instance, script: PatchScript): Promise<Outcome<RelayAnswer>> {
    session.requests += 1;
    const { timeline, random } = this.#world;
    const { bytes, pieces, pieceMs = 0, end, skew = 0, isChunked = false } = script;
    const offset = Math.min(Math.max(0, session.knownOffset + skew), session.upload.sizeBytes);
    const content = session.upload.content.slice(offset, offset + bytes);
    const headers = {
      "content-type": "application/offset+octet-stream",
      "upload-offset": String(offset),
      ...(isChunked ? {} : { "content-length": String(content.length) }),
    };
    if (content.length === 0) return this.#ask(session, instance, "PATCH", headers);
    return this.#ask(session, instance, "PATCH", headers, { timeline, random, content, pieces, pieceMs, end });
  }

  async #ask(
    session: Session,
    instance: Instance,
    method: string,
    headers: Record<string, string> = {},
    script: ScriptedBody | null = null,
  ): Promise<Outcome<RelayAnswer>> {
    if (session.path === null) return { kind: "lost" };
    const { judge } = this.#world;
    const { path, token, upload } = session;
    const sent = judge.sent(method, session, wholeOffset(headers, script));
    const hangUp = new AbortController();
    const url = `https://app.invalid${method === "POST" ? "/api/relay" : path}`;
    const call = this.#call<RelayAnswer>(upload, instance, {
      isQuestion: script === null && (method === "HEAD" || method === "PATCH"),
      what: `${method} ${session.fileId}${script ? ` of ${script.content.length} bytes, ${script.end}` : ""}`,
      run: async (relay) => {
        const body = script && createScriptedBody(script, hangUp.signal);
        const init: RequestInit & { duplex: "half" } = {
          method,
          headers: { authorization: `Bearer ${token}`, "tus-resumable": "1.0.0", ...headers },
          body,
          duplex: "half",
          signal: hangUp.signal,
        };
        return readAnswer(await relay.handle(new Request(url, init)));
      },
      onAnswer: (outcome) => {
        const isLeft = hangUp.signal.aborted;
        if (outcome.kind === "answer") judge.answered(isLeft ? { ...sent, wholeOffset: null } : sent, outcome.value);
        if (outcome.kind === "error") judge.report("requests are answered, not thrown", `${method}: ${outcome.error}`);
      },
    });
    const leave = (): void => {
      const { process } = instance;
      if (process) this.#world.timeline.schedule(1, process, `the client of ${method} has left`, () => hangUp.abort());
      call.leave();
    };
    upload.leave.add(leave);
    const outcome = await call.outcome;
    upload.leave.delete(leave);
    const offset = outcome.kind === "answer" ? outcome.value.offset : null;
    if (offset !== null) session.knownOffset = offset;
    return outcome;
  }

  #call<T>(upload: Upload, instance: Instance, { isQuestion = false, ...call }: ClientCall<T>): Call<T> {
    const withinMs = isQuestion ? QUESTION_WITHIN_MS : ANSWER_WITHIN_MS;
    upload.asked += 1;
    return this.#world.calls.make(instance, {
      ...call,
      onAnswer(outcome) {
        upload.answered += 1;
        call.onAnswer(outcome);
      },
      withinMs: this.#world.canBeSlow ? SLOW_ANSWER_WITHIN_MS : withinMs,
    });
  }
}

/** Where the server is after a request whose bytes all arrive; null for any other request. */
function wholeOffset(headers: Readonly<Record<string, string>>, script: ScriptedBody | null): number | null {
  return script?.end === "whole" ? Number(headers["upload-offset"]) + script.content.length : null;
}

function noteCloseAsked(session: Session): void {
  if (session.close === "none") session.close = "asked";
  // A call that opens the session may take effect after the one that closes it.
  if (session.openings > 0) session.isRevived = true;
}

async function readAnswer(response: Response): Promise<RelayAnswer> {
  await response.text();
  const { headers, status } = response;
  const offset = headers.get("upload-offset");
  const retryAfter = headers.get("retry-after");
  return {
    status,
    offset: offset === null ? null : Number(offset),
    code: headers.get("x-lightfield-code"),
    retryAfterMs: retryAfter === null ? null : Number(retryAfter) * 1000,
  };
}

function createReplyOf(session: Session, nowMs: number): CreateReply {
  return {
    id: session.fileId,
    filename: "talk.vtt",
    mimeType: "text/vtt",
    sizeBytes: session.upload.sizeBytes,
    status: "PENDING",
    createdAt: new Date(nowMs).toISOString(),
    completedAt: null,
    expiresAt: new Date(session.expiresAtMs).toISOString(),
    uploadUrl: session.signings > 0 ? `${session.uploadUrl}?signature=${session.signings}` : session.uploadUrl,
    uploadHeaders: { ...session.uploadHeaders },
  };
}
