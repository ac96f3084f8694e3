import type { ConsoleCode } from "../wire/console-codes.ts";

/** Cause and fix of each mistake, for the developer of the page. Loaded only when there is one. */
export const CONSOLE_TEXTS = {
  "endpoint-missing":
    'The element has no endpoint. Set the "endpoint" attribute to the URL of your token endpoint, or the property to an object of functions.',
  "endpoint-not-found":
    "No route of your server answers at this URL: mount the token endpoint there and on the paths below it, or correct the " +
    '"endpoint" attribute.',
  "endpoint-method":
    "Something else answers at this URL, usually a static file server: mount the token endpoint there for GET and POST, or " +
    'correct the "endpoint" attribute.',
  "endpoint-paths":
    "The endpoint answers only at its own URL: also mount it on the paths below, POST {endpoint}/{id}/complete above all. " +
    "Most frameworks need a catch-all route for that.",
  "endpoint-unreachable":
    "The server does not run, the URL is wrong, or its CORS rules refuse this page; the browser says which beside this " +
    "line. For pages of another origin set `allowedOrigins` of the token endpoint.",
  "endpoint-timeout": "The server is overloaded, or `authorize` or a hook never ends.",
  "endpoint-redirected":
    "A redirect turns a POST into a GET, or leads to a sign-in page: use the final URL as the endpoint, keep middleware " +
    "for pages away from it, and answer 401 to users who are not signed in.",
  "endpoint-not-json":
    "A page was sent instead, usually the index page of a development server or a sign-in page: mount the token endpoint " +
    'there, or correct the "endpoint" attribute.',
  "endpoint-reply":
    "The endpoint must reply as lightfield-uploader/docs/contract says; compare its reply in the network panel.",
  "endpoint-function": "Add the function to the object that you set as `endpoint`.",
  body_already_read:
    "A body parser ran first: mount the token endpoint before express.json(), or exclude its path from the parser.",
  key_refused:
    "Lightfield refused the API key of your server: check `apiKey` of the token endpoint and the scopes of the key. The " +
    "server's log has the reason.",
  origin_not_allowed: "Add the origin of this page to `allowedOrigins` of the token endpoint or of the relay.",
  "server-error": "The log of your server has the reason.",
  gateway:
    "A proxy answered instead of your server: check that the server runs, and that the proxy's timeouts are longer than " +
    "the server's.",
  unauthorized: "`authorize` does not know the user: does the call carry the cookie or `headers` that it expects?",
  forbidden: "`authorize` or a rule of its grant refuses this user: return a grant that covers the call.",
  "reads-forbidden":
    "The endpoint does not let this user list files: return `reads: { ids }` with the ids from your own records from " +
    "`authorize`. (`reads: true` would show every file in the workspace.)",
  refused: "The message says why; repeating the call is of no use.",
  file_too_large:
    "`maxFileBytes` of the grant is smaller: set `max-file-size` to it, so that users see the limit first.",
  type_not_allowed: "`mimeTypes` of the grant does not contain the type: set `accept` to match it.",
  too_many_files: "`maxFilesPerDay` of the grant is used up for this user.",
  purpose_not_allowed: '`purposes` of the grant does not contain the "purpose" of the element.',
  token_missing: "A proxy or middleware removed the header X-Lightfield-File-Token: let it pass.",
  token_expired: "Usually the page was open for too long. If it happens at once, check the clocks of your servers.",
  token_invalid: "The servers have different secrets, or the user has changed: set the same `secret` on every server.",
  rate_limited: "The limits of the endpoint or of Lightfield are reached; see `rateLimit` of the token endpoint.",
  body_timeout: "The request arrived too slowly; a proxy that buffers uploads can be the reason.",
  "storage-unreachable": "",
  "storage-refused":
    "Storage refused the upload URL: it has expired, was changed on the way, or the request has other headers than were signed.",
  "body-limit":
    "A proxy refuses bodies of this size (413): raise its limit (client_max_body_size in nginx), or set a smaller " +
    "`chunkBytes` for the relay.",
  relay_share_full: "The relay's share of the disk for this user is full: see `maxBytesPerSubject` of the relay.",
  store_failed: "The relay could not write: check the disk or bucket of its `store`.",
  locker_failed: "The relay could not lock the upload: check the `locker`.",
  "transfer-reply": "Check that the transfer URL leads to storage or to the relay, and what its CORS rules expose.",
  "unsupported-transfer": "Use `put` or `tus`, and the build of the element that has this transport.",
  "bytes-changed": "",
  "session-ends": "",
  "blocked-by-csp": "Add the origin to this directive of the page's Content-Security-Policy.",
  "chunk-missing":
    "Serve all files lightfield-uploader*.js of one build side by side, as JavaScript. After a deployment, keep those of " +
    "the build before for pages that are still open.",
  "loaded-twice": "Another copy of the script is in use: load it once.",
  "language-missing":
    "The sentences of this language could not be fetched. Serve all files of the build side by side. English is shown instead.",
  accept: 'Write extensions as ".vtt", types as "text/vtt" or "image/*", separated by commas.',
  "drop-target": 'Write "page", or a CSS selector of the element that takes the drops.',
  "hash-unavailable":
    "No way to compute an MD5 works on this page: allow `worker-src blob:` or set `worker-url`, and allow " +
    "`'wasm-unsafe-eval'` in script-src.",
  "page-callback": "A listener or callback of the page threw; uploads are not affected.",
  internal:
    "This is a bug in lightfield-uploader or in a callback of the page: please report it with this line. Only “not read in " +
    "time” means a disk or network drive that did not answer.",
} satisfies Record<ConsoleCode, string>;
