import type { ErrorReply } from "../host/protocol.ts";
import type { RefusalCode } from "../wire/refusal-codes.ts";

/** Error `type` for each status: the Files API's own, or a plain one for statuses that the API does not use. */
const TYPES: Readonly<Record<number, string>> = {
  400: "bad_request",
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  405: "method_not_allowed",
  408: "request_timeout",
  409: "conflict",
  413: "content_too_large",
  415: "unsupported_media_type",
  422: "unprocessable_content",
  429: "too_many_requests",
  500: "internal_server_error",
  502: "bad_gateway",
  503: "service_unavailable",
  504: "gateway_timeout",
};

export function typeForStatus(status: number): string {
  return TYPES[status] ?? (status < 500 ? "bad_request" : "internal_server_error");
}

export interface ApiErrorOptions {
  /** Error type of the envelope. Default: the API's type for the status. */
  readonly type?: string | undefined;
  /** A stable code: one of ours, Lightfield's, or one of your own. Default: the type. */
  readonly code?: RefusalCode | (string & {}) | undefined;
  /** Name of the request field that caused the error. */
  readonly param?: string | undefined;
  /** Headers of the response, for example `Retry-After` or `Allow`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Whether the refusal came from Lightfield rather than from this endpoint. Default false. */
  readonly upstream?: boolean | undefined;
  readonly cause?: unknown;
}

/** A refusal by Lightfield or by this endpoint, which becomes a response in the API's error envelope. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly type: string;
  readonly code: string;
  readonly param: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly upstream: boolean;

  constructor(status: number, message: string, options: ApiErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.status = status;
    this.type = options.type ?? typeForStatus(status);
    this.code = options.code ?? this.type;
    this.param = options.param;
    this.headers = options.headers ?? {};
    this.upstream = options.upstream ?? false;
  }

  toReply(): ErrorReply {
    return {
      error: {
        type: this.type,
        message: this.message,
        code: this.code,
        ...(this.param === undefined ? {} : { param: this.param }),
      },
    };
  }
}
