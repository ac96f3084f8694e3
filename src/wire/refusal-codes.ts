/**
 * Every `code` with which the endpoint or the relay refuses a request by its own decision, and its meaning. A code never
 * changes its meaning, and each refusal has one; `message` may change. Refusals by Lightfield keep Lightfield's code, or
 * have their `type` as the code if Lightfield sent none.
 */
export const REFUSAL_CODES = {
  // ── The request is not well-formed ──
  bad_request: "A header or field of the request is not valid; `message` names it.",
  invalid_value: "The field in `param` is not valid.",
  invalid_json: "The body is not a JSON object.",
  invalid_idempotency_key: "The idempotency key is empty or contains other characters than printable ASCII.",
  idempotency_key_too_long: "The idempotency key is longer than 255 characters.",
  body_too_large: "The JSON body is larger than `maxBodyBytes`.",
  body_incomplete: "The connection broke before the whole body had arrived.",
  body_timeout: "The body did not arrive within `bodyTimeoutMs`.",
  unsupported_media_type: "The request has another content type than this call needs.",
  not_found: "There is no call at this address.",
  method_not_allowed: "The address does not accept this method; `Allow` lists those that it accepts.",

  // ── The user may not do this ──
  unauthorized: "`authorize` refused with 401: the user is not signed in. The user reads `message`.",
  forbidden: "`authorize` or `allows` refused with 403. The user reads `message`.",
  not_granted: "`authorize` or `allows` did not permit the call, without a message of its own.",
  reading_not_allowed: "`authorize` did not return `reads`, so this user may not list or download files.",
  origin_not_allowed: "The page's origin is neither the endpoint's own nor in `allowedOrigins`.",
  token_missing: "The call needs the file's token and has none.",
  token_invalid: "The file token is damaged, belongs to another file or user, or does not permit this call.",
  token_expired: "The file token is valid no longer. A new list or session has a new one.",
  purpose_not_allowed: "`authorize` does not permit this purpose to the user.",
  file_too_large: "The file has more bytes than `maxFileBytes` permits.",
  type_not_allowed: "`authorize` does not permit this media type to the user.",

  // ── Not now: a later attempt may succeed ──
  rate_limited: "The user makes more calls than `rateLimit` permits. `Retry-After` says when to repeat.",
  too_many_files: "The user has reached `maxFilesPerDay`.",
  lightfield_busy: "Too many requests to Lightfield are waiting on this server. `Retry-After` says when to repeat.",
  lightfield_unreachable: "Lightfield gave no answer.",
  lightfield_unreadable: "Lightfield's answer could not be understood.",
  relay_full: "The relay stores as many unfinished uploads as `maxStoredBytes` or `maxUploads` permits.",
  relay_share_full: "This user's unfinished uploads have reached `maxStoredBytesPerSubject` or `maxUploadsPerSubject`.",
  relay_closing: "This instance is stopping. Another one, or its successor, continues the upload.",
  upload_busy: "Another request is changing this upload.",
  locker_failed: "The relay's `locker` failed or did not answer within `lockWaitMs`.",
  store_failed: "The relay's folder or `store` failed.",
  storage_busy: "The relay has the whole file, and storage does not accept it at the moment.",
  delivery_under_way: "The relay has the whole file and is sending it to storage.",

  // ── The upload cannot continue like this ──
  upload_not_found: "The relay does not know this upload.",
  upload_gone: "The relay has deleted the bytes of this upload.",
  session_expired: "The session ended before the relay had delivered the file. A new session can take over its bytes.",
  session_of_another_user: "Another user has opened this session.",
  storage_refused: "Storage refused the file for good.",
  wrong_offset: "The bytes do not continue where the upload ended; `HEAD` returns its offset.",
  wrong_length: "The upload has another length than the session.",
  tus_version: "The request does not state tus version 1.0.0.",

  // ── The server is not set up correctly, or has a fault; its log has the reason ──
  key_refused: "Lightfield does not accept the API key.",
  not_configured: "The server has no API key or no secret.",
  body_already_read: "A body parser that is mounted before the endpoint has read the body.",
  client_disconnected: "The browser left before the answer; nobody sees this code.",
  internal_server_error: "An unexpected error.",
} as const satisfies Readonly<Record<string, string>>;

/** Code of a refusal by the endpoint or the relay. */
export type RefusalCode = keyof typeof REFUSAL_CODES;
