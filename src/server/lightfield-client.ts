import type { CompleteBody, CreateBody, CreateReply, FileReply, ListReply, UrlReply } from "../host/protocol.ts";
import { parseCreated, parseFile, parseList, parseUrl } from "./lightfield-replies.ts";
import {
  type ApiAnswer,
  type ApiRequest,
  createSendRequest,
  type RequestOptions,
  type SendRequest,
} from "./lightfield-request.ts";

export type LightfieldClientOptions = RequestOptions;

export interface ListPage {
  /** 1 to 25. */
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

/**
 * The six calls of the Files API, typed, for a server: it holds the API key. Calls are repeated on 429, 5xx and lost
 * connections as `Retry-After` says, within `retryForMs`; then an `ApiError` is thrown, as for every refusal.
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

  async #call<T>(request: ApiRequest, parse: (reply: unknown) => T): Promise<ApiAnswer<T>> {
    const answer = await this.#send(request);
    return { ...answer, value: parse(answer.value) };
  }
}

function filePath(id: string): string {
  return `/files/${encodeURIComponent(id)}`;
}
