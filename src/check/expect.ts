import { parseRemoteFile, parseSession } from "../host/parse.ts";
import type { FileReply } from "../host/protocol.ts";
import { type Answer, shown } from "./calls.ts";
import { Fault } from "./report.ts";

const ENVELOPE_FIX =
  'Answer every refusal with a status of 400 or more and {"error": {"type": "bad_request", "message": "…"}} as application/json.';

const ROUTES_FIX =
  "Route every method below the endpoint to it: POST {endpoint}, GET {endpoint}/{id}, POST {endpoint}/{id}/complete and /cancel.";

/** Throws for a redirect, which a page of another origin may not follow and which turns POST into GET. */
function refuseRedirect(answer: Answer): void {
  if (answer.status < 300 || answer.status >= 400) return;
  const location = answer.headers.get("location");
  throw new Fault(`${shown(answer)}, a redirect to ${location ?? "nowhere"}`, redirectFix(answer, location));
}

function redirectFix({ url }: Answer, location: string | null): string {
  const from = new URL(url);
  const to = location !== null && URL.canParse(location, url) ? new URL(location, url) : null;
  if (to && to.pathname !== from.pathname && to.pathname.replace(/\/$/, "") === from.pathname.replace(/\/$/, "")) {
    return "Answer the address with and without the slash at its end; do not redirect from one to the other.";
  }
  if (to && to.protocol !== from.protocol && to.pathname === from.pathname) {
    return to.protocol === "http:"
      ? "The server does not know that the page uses https: let the proxy in front send X-Forwarded-Proto, and the framework trust it."
      : "Use the https address as the element's `endpoint`.";
  }
  return "Answer calls of the uploader with JSON. When the login has ended, answer 401 with the error envelope; do not redirect.";
}

/** Asserts a JSON response with a status of success. */
export function expectReply(answer: Answer): void {
  refuseRedirect(answer);
  if (answer.ok && answer.text === "") {
    throw new Fault(
      `${shown(answer)}, without a body`,
      "Answer with Lightfield's reply as JSON, also where nothing has changed.",
    );
  }
  if (answer.json === undefined || !isJson(answer)) {
    throw new Fault(
      shown(answer),
      answer.ok
        ? "The route returns a page where JSON is expected: mount the endpoint there, before any catch-all page, with the content type application/json."
        : ENVELOPE_FIX,
    );
  }
  if (!answer.ok) throw new Fault(shown(answer), fixFor(answer));
}

/** Asserts a refusal in the error envelope, with one of the statuses. */
export function expectRefusal(answer: Answer, statuses: readonly number[], fix: string): void {
  refuseRedirect(answer);
  if (answer.status < 400) throw new Fault(`${shown(answer)}, which is no refusal`, fix);
  if (!isEnvelope(answer.json) || !isJson(answer)) {
    const isPage = /html/i.test(answer.headers.get("content-type") ?? "");
    throw new Fault(
      shown(answer),
      isPage
        ? `${ENVELOPE_FIX} This page is not the endpoint's, so route every path and method below it to it.`
        : ENVELOPE_FIX,
    );
  }
  if (answer.status >= 500 || !statuses.includes(answer.status)) {
    throw new Fault(
      `${shown(answer)}; expected ${statuses.join(" or ")}`,
      answer.status >= 500 ? `${fix} A 5xx makes the uploader retry what cannot succeed.` : fix,
    );
  }
}

/** Asserts that the widget's own parser reads the session, and that its id and token can be sent back. */
export function sessionOf(answer: Answer) {
  expectReply(answer);
  const session = parsed(answer, parseSession);
  if (!/^[A-Za-z0-9_-]{1,128}$/.test(session.id)) {
    throw new Fault(
      `${shown(answer)}, with an id that does not fit into a path`,
      "Return Lightfield's own id, or one of 1 to 128 letters, digits, - and _: slashes and other characters are changed by proxies.",
    );
  }
  if (session.token !== null && !/^[!-~]{1,6144}$/.test(session.token)) {
    throw new Fault(
      `${shown(answer)}, with a token of ${session.token.length} characters that cannot be sent as a header`,
      "Return a token of at most 6144 ASCII characters without spaces and line breaks: encode it as base64url.",
    );
  }
  return session;
}

/** Asserts that the widget's own parser reads the file, and its status. */
export function expectFile(answer: Answer, status: FileReply["status"]): void {
  expectReply(answer);
  const file = parsed(answer, parseRemoteFile);
  if (file.status !== status) {
    throw new Fault(`${shown(answer)}; expected the status ${status}`, "Return the file as Lightfield reports it.");
  }
}

export function parsed<T>(answer: Answer, parse: (json: unknown) => T): T {
  try {
    return parse(answer.json);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new Fault(
      `${shown(answer)}. ${message}`,
      "Pass Lightfield's reply on without renaming its fields (camelCase).",
    );
  }
}

export function isEnvelope(json: unknown): boolean {
  const error = propertyOf(json, "error");
  return typeof propertyOf(error, "type") === "string" && typeof propertyOf(error, "message") === "string";
}

export function propertyOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function isJson({ headers }: Answer): boolean {
  return /^application\/(\w+\+)?json\b/i.test(headers.get("content-type") ?? "");
}

function fixFor({ status, json }: Answer): string {
  const code = propertyOf(propertyOf(json, "error"), "code");
  if (typeof code === "string" && code.startsWith("token")) {
    return "Return a `token` from create, and read it from the header X-Lightfield-File-Token of every other call.";
  }
  if (status === 429)
    return "The endpoint limits the rate of calls. Raise its limits for this check, or wait and repeat it.";
  if (status === 401 || status === 403) {
    return "Pass the login of a user who may upload: --header 'Cookie: …' or --header 'Authorization: …', and --purpose if only one is allowed.";
  }
  if (status === 404 || status === 405) {
    return ROUTES_FIX;
  }
  if (status >= 500) return "The log of the server has the reason.";
  return "The endpoint refuses a correct call: compare it with the contract (openapi.yaml).";
}
