import { parseRemoteFile, parseSession } from "../host/parse.ts";
import type { FileReply } from "../host/protocol.ts";
import { type Answer, shown } from "./calls.ts";
import { Fault } from "./report.ts";

const ENVELOPE_FIX =
  'Answer every refusal with a status of 400 or more and {"error": {"type": "bad_request", "message": "…"}} as application/json.';

/** Asserts a JSON response with a status of success. */
export function expectReply(answer: Answer): void {
  if (answer.status >= 300 && answer.status < 400) {
    throw new Fault(
      `${shown(answer)}, a redirect to ${answer.headers.get("location") ?? "nowhere"}`,
      "Answer calls of the uploader with JSON. When the login has ended, answer 401 with the error envelope; do not redirect.",
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
  if (answer.status < 400) throw new Fault(`${shown(answer)}, which is no refusal`, fix);
  if (!isEnvelope(answer.json) || !isJson(answer)) throw new Fault(shown(answer), ENVELOPE_FIX);
  if (answer.status >= 500 || !statuses.includes(answer.status)) {
    throw new Fault(
      `${shown(answer)}; expected ${statuses.join(" or ")}`,
      answer.status >= 500 ? `${fix} A 5xx makes the uploader retry what cannot succeed.` : fix,
    );
  }
}

/** Asserts that the widget's own parser reads the session. */
export function sessionOf(answer: Answer) {
  expectReply(answer);
  return parsed(answer, parseSession);
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

function fixFor({ status }: Answer): string {
  if (status === 401 || status === 403) {
    return "Pass the login of a user who may upload: --header 'Cookie: …' or --header 'Authorization: …', and --purpose if only one is allowed.";
  }
  if (status === 404 || status === 405) {
    return "Route every method below the endpoint to it: POST {endpoint}, GET {endpoint}/{id}, POST {endpoint}/{id}/complete and /cancel.";
  }
  if (status >= 500) return "The log of the server has the reason.";
  return "The endpoint refuses a correct call: compare it with the contract (openapi.yaml).";
}
