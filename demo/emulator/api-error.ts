export interface ApiErrorDetails {
  readonly code?: string;
  /** Name of the request field that caused the error. */
  readonly param?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal of the API. One place turns it into the error envelope. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly type: string;
  readonly details: ApiErrorDetails;

  constructor(status: number, type: string, message: string, details: ApiErrorDetails = {}) {
    super(message);
    this.status = status;
    this.type = type;
    this.details = details;
  }

  toBody(): { readonly error: Readonly<Record<string, string>> } {
    const { code, param } = this.details;
    return { error: { type: this.type, message: this.message, ...(code && { code }), ...(param && { param }) } };
  }

  toResponse(): Response {
    return Response.json(this.toBody(), { status: this.status, headers: this.details.headers ?? {} });
  }
}

/**
 * Documented codes: `version_header`, `parameter_missing`, `invalid_type`, `unknown_field`, `unknown_relationship`,
 * `relationship_entity_missing`, `idempotency_key_too_long`.
 * The reference has no code for a value of the right type that is out of range; here it is `invalid_value`.
 */
export function badRequest(message: string, details: ApiErrorDetails = {}): ApiError {
  return new ApiError(400, "bad_request", message, details);
}

export function unauthorized(message: string): ApiError {
  return new ApiError(401, "unauthorized", message);
}

export function forbidden(message: string): ApiError {
  return new ApiError(403, "forbidden", message);
}

export function notFound(message: string): ApiError {
  return new ApiError(404, "not_found", message);
}

export function conflict(message: string, code?: string): ApiError {
  return new ApiError(409, "conflict", message, code ? { code } : {});
}

export function idempotencyConflict(): ApiError {
  return new ApiError(
    409,
    "idempotency_conflict",
    "A request with this idempotency key is still running. Wait, then retry.",
  );
}

export function unsupportedMediaType(message: string): ApiError {
  return new ApiError(415, "unsupported_media_type", message);
}

export function unprocessable(message: string, details: ApiErrorDetails): ApiError {
  return new ApiError(422, "unprocessable_content", message, details);
}

export function tooManyRequests(retryAfterSeconds: number): ApiError {
  const headers = { "retry-after": String(retryAfterSeconds) };
  return new ApiError(429, "too_many_requests", "Rate limit exceeded. Please try again later.", { headers });
}

const TYPES: Readonly<Record<number, string>> = {
  400: "bad_request",
  401: "unauthorized",
  403: "forbidden",
  404: "not_found",
  409: "conflict",
  415: "unsupported_media_type",
  422: "unprocessable_content",
  429: "too_many_requests",
  503: "service_unavailable",
  504: "gateway_timeout",
};

/** Documented `type` of a status, for responses of faults. */
export function typeOfStatus(status: number): string {
  return TYPES[status] ?? (status >= 500 ? "internal_server_error" : "bad_request");
}
