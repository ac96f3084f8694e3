import type { CompleteBody, CreateBody, CreateReply, FileReply, ListReply, UrlReply } from "../../host/protocol.ts";
import { ApiError } from "../api-error.ts";
import { type Meeting, type MeetingChange, type NewMeeting, parseMeeting } from "./meetings.ts";
import { parseCreated, parseFile, parseList, parseUrl } from "./replies.ts";
import {
  type ApiAnswer,
  type ApiRequest,
  createSendRequest,
  type RequestOptions,
  type SendRequest,
} from "./request.ts";

export type LightfieldClientOptions = RequestOptions;

export interface ListPage {
  /** 1 to 25. */
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

/**
 * The calls of the Files API, and those by which a file comes to its meeting, typed, for a server: it holds the API key.
 * Calls are sent at a pace that stays below Lightfield's limit, and repeated on 429, 5xx and lost connections as
 * `Retry-After` says, within `retryForMs`; then an `ApiError` is thrown, as for every refusal.
 */
export class LightfieldClient {
  readonly #send: SendRequest;

  constructor(options: LightfieldClientOptions) {
    this.#send = createSendRequest(options);
  }

  /** A new session. Without a key of the caller's it makes one, since only a keyed POST is safe to repeat. */
  createFile(
    body: Omit<CreateBody, "context">,
    idempotencyKey: string = crypto.randomUUID(),
  ): Promise<ApiAnswer<CreateReply>> {
    return this.#call({ method: "POST", path: "/files", body, idempotencyKey }, parseCreated);
  }

  /** Complete and cancel carry no key: a repetition changes nothing, and a key could only replay an old failure. */
  completeFile(id: string, body: CompleteBody = {}): Promise<ApiAnswer<FileReply>> {
    return this.#call({ method: "POST", path: `${filePath(id)}/complete`, body }, parseFile);
  }

  cancelFile(id: string): Promise<ApiAnswer<FileReply>> {
    return this.#call({ method: "POST", path: `${filePath(id)}/cancel`, body: {} }, parseFile);
  }

  retrieveFile(id: string): Promise<ApiAnswer<FileReply>> {
    return this.#call({ method: "GET", path: filePath(id) }, parseFile);
  }

  listFiles(page: ListPage = {}): Promise<ApiAnswer<ListReply>> {
    const query = new URLSearchParams();
    if (page.limit !== undefined) query.set("limit", String(page.limit));
    if (page.offset !== undefined) query.set("offset", String(page.offset));
    const suffix = query.size > 0 ? `?${query}` : "";
    return this.#call({ method: "GET", path: `/files${suffix}` }, parseList);
  }

  /** A temporary address of a completed file's content. */
  fileUrl(id: string): Promise<ApiAnswer<UrlReply>> {
    return this.#call({ method: "GET", path: `${filePath(id)}/url` }, parseUrl);
  }

  /** A meeting that took place. Like a new file it gets a key, so that a repetition does not make a second one. */
  createMeeting(body: NewMeeting, idempotencyKey: string = crypto.randomUUID()): Promise<ApiAnswer<Meeting>> {
    return this.#call({ method: "POST", path: "/meetings", body, idempotencyKey }, parseMeeting);
  }

  updateMeeting(id: string, body: MeetingChange, idempotencyKey?: string): Promise<ApiAnswer<Meeting>> {
    return this.#call({ method: "POST", path: meetingPath(id), body, idempotencyKey }, parseMeeting);
  }

  retrieveMeeting(id: string): Promise<ApiAnswer<Meeting>> {
    return this.#call({ method: "GET", path: meetingPath(id) }, parseMeeting);
  }

  async #call<T>(request: ApiRequest, parse: (reply: unknown) => T): Promise<ApiAnswer<T>> {
    const answer = await this.#send(request);
    return { ...answer, value: parse(answer.value) };
  }
}

function meetingPath(id: string): string {
  return `/meetings/${segment(id)}`;
}

function filePath(id: string): string {
  return `/files/${segment(id)}`;
}

/** One segment of a path. No id, "." and ".." would lead to another call, and no encoding keeps the dots from it. */
function segment(id: string): string {
  if (typeof id !== "string" || /^\.{0,2}$/.test(id)) throw new ApiError(404, "This is the id of nothing.");
  return encodeURIComponent(id);
}
