import type { CompleteBody, CreateBody, CreateReply, FileReply, ListReply, UrlReply } from "../../host/protocol.ts";
import { ApiError } from "../api-error.ts";
import {
  type Meeting,
  type MeetingChange,
  type MeetingList,
  type NewMeeting,
  parseMeeting,
  parseMeetingList,
} from "./meetings.ts";
import { type KeyInfo, parseCreated, parseFile, parseKeyInfo, parseList, parseUrl } from "./replies.ts";
import {
  type ApiAnswer,
  type ApiRequest,
  type CallContext,
  createSendRequest,
  type RequestOptions,
  type SendRequest,
} from "./request.ts";

export type LightfieldClientOptions = RequestOptions;

export interface ListPage {
  /** Files per page, 1 to 25. */
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

/**
 * Typed client for the Files API and for the calls that attach a file to a meeting. It holds the API key, so use it
 * only on a server. Calls are paced below Lightfield's rate limit and retried after 429, 5xx and lost connections, after the
 * delay in `Retry-After` and within `retryForMs`. A refusal, or a retry that did not help, is thrown as `ApiError`.
 */
export class LightfieldClient {
  readonly #options: LightfieldClientOptions;
  #send: SendRequest;

  constructor(options: LightfieldClientOptions) {
    this.#options = options;
    this.#send = createSendRequest(options);
  }

  /** Returns a client with the same pace, for the requests of one browser call. */
  forCall(context: CallContext): LightfieldClient {
    const client = new LightfieldClient(this.#options);
    client.#send = (request) => this.#send({ ...request, context });
    return client;
  }

  /** Creates a session. The default key is random: only a POST with an idempotency key is safe to retry. */
  createFile(
    body: Omit<CreateBody, "context">,
    idempotencyKey: string = crypto.randomUUID(),
  ): Promise<ApiAnswer<CreateReply>> {
    return this.#call({ method: "POST", path: "/files", body, idempotencyKey }, parseCreated);
  }

  /**
   * Completes a file. No idempotency key: repeating the call changes nothing, and a key could replay an old failure.
   */
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
    return this.#call({ method: "GET", path: `/files${pageQuery(page)}` }, parseList);
  }

  /** Temporary download URL of a completed file. */
  fileUrl(id: string): Promise<ApiAnswer<UrlReply>> {
    return this.#call({ method: "GET", path: `${filePath(id)}/url` }, parseUrl);
  }

  /** Creates a meeting. The idempotency key prevents a retry from creating a second one. */
  createMeeting(body: NewMeeting, idempotencyKey: string = crypto.randomUUID()): Promise<ApiAnswer<Meeting>> {
    return this.#call({ method: "POST", path: "/meetings", body, idempotencyKey }, parseMeeting);
  }

  updateMeeting(id: string, body: MeetingChange, idempotencyKey?: string): Promise<ApiAnswer<Meeting>> {
    return this.#call({ method: "POST", path: meetingPath(id), body, idempotencyKey }, parseMeeting);
  }

  retrieveMeeting(id: string): Promise<ApiAnswer<Meeting>> {
    return this.#call({ method: "GET", path: meetingPath(id) }, parseMeeting);
  }

  /** One page of the workspace's meetings. The list comes from a search index that lags; `totalCount` is approximate. */
  listMeetings(page: ListPage = {}): Promise<ApiAnswer<MeetingList>> {
    return this.#call({ method: "GET", path: `/meetings${pageQuery(page)}` }, parseMeetingList);
  }

  /** What the API key may do. Any valid key may make this call. */
  validateKey(): Promise<ApiAnswer<KeyInfo>> {
    return this.#call({ method: "GET", path: "/auth/validate" }, parseKeyInfo);
  }

  async #call<T>(request: ApiRequest, parse: (reply: unknown) => T): Promise<ApiAnswer<T>> {
    const answer = await this.#send(request);
    return { ...answer, value: parse(answer.value) };
  }
}

function pageQuery({ limit, offset }: ListPage): string {
  const query = new URLSearchParams();
  if (limit !== undefined) query.set("limit", String(limit));
  if (offset !== undefined) query.set("offset", String(offset));
  return query.size > 0 ? `?${query}` : "";
}

function meetingPath(id: string): string {
  return `/meetings/${segment(id)}`;
}

function filePath(id: string): string {
  return `/files/${segment(id)}`;
}

/** One path segment. Refuses "", "." and "..", which would address another call and which encoding does not change. */
function segment(id: string): string {
  if (typeof id !== "string" || /^\.{0,2}$/.test(id)) throw new ApiError(404, "This is not a valid id.");
  return encodeURIComponent(id);
}
