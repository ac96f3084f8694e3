import { UploadError } from "../engine/errors.ts";
import { retryAfterMs } from "../wire/retry-after.ts";
import { isObject } from "./parse.ts";
import { parseRefusal } from "./parse-refusal.ts";

/** An answer that may not be the endpoint's own. */
export interface StrangeAnswer {
  readonly url: string;
  readonly init: RequestInit;
  /** null when there was none. */
  readonly response: Response | null;
  readonly send: typeof fetch;
  /** Whether the endpoint has answered before, so that something else in its place is not a mistake in its setup. */
  readonly hasAnswered: boolean;
}

const PASSWORD_FIELD = /<input[^>]+type=["']?password/i;

/** Why something else than the endpoint answered, or nothing did; null if it did, or if the cause is not known. */
export async function explainAnswer(answer: StrangeAnswer): Promise<UploadError | null> {
  const { url, init, response, hasAnswered } = answer;
  const what = `${init.method ?? "GET"} ${url}`;
  const signedOut = (how: string) =>
    new UploadError("signed-out", `${what} ${how}: the user has to sign in again.`, {
      advice: hasAnswered ? undefined : "If the user is signed in, check what answers in place of the endpoint.",
    });
  if (!response) return (await isRedirected(answer)) ? signedOut("was redirected to another site") : null;
  const text = await response.text();
  const reply = parseJson(text);
  if (response.redirected) {
    // Browsers follow a redirected POST with a GET, which can succeed and mean nothing.
    if (response.ok && isObject(reply) && (init.method !== "POST" || "id" in reply)) return null;
    if (!isSamePath(response.url, url)) return signedOut(`was redirected to ${response.url}`);
    const message = `${what} was redirected to ${response.url}: set \`endpoint\` to the address without a redirect.`;
    return new UploadError("protocol", message, { status: response.status, consoleCode: "endpoint-redirected" });
  }
  if (!response.ok) return refusalOf(what, response, reply);
  if (reply !== undefined) return null;
  return hasAnswered || PASSWORD_FIELD.test(text) ? signedOut("was answered with a web page") : null;
}

function refusalOf(what: string, { status, headers }: Response, reply: unknown): UploadError {
  const refusal = parseRefusal(what, status, reply);
  // A token of a file that is not accepted says nothing about the user.
  const isUser = status === 401 && !refusal.apiCode?.startsWith("token_");
  return new UploadError(isUser ? "signed-out" : refusal.code, refusal.message, {
    ...refusal,
    // A date is compared with the server's own clock: the user's may be wrong.
    retryAfterMs: retryAfterMs(headers.get("retry-after"), Date.parse(headers.get("date") ?? "") || Date.now()),
  });
}

/** Whether a call failed because it was redirected to another site, whose answer the page may not read. */
async function isRedirected({ send, url, init: { headers, credentials } }: StrangeAnswer): Promise<boolean> {
  const { location } = globalThis;
  // A sign-in redirects the pages of the site, and so the calls to it.
  if (!location || new URL(url, location.href).origin !== location.origin) return false;
  const init: RequestInit = { redirect: "manual", cache: "no-store" };
  if (headers) init.headers = headers;
  if (credentials) init.credentials = credentials;
  return send(url, init).then(
    ({ type }) => type === "opaqueredirect",
    () => false,
  );
}

/** Whether an address is the requested one with another host, a prefix or a slash at the end, as a server writes it. */
function isSamePath(reached: string, requested: string): boolean {
  const pathOf = (url: string) => new URL(url, reached).pathname.replace(/\/$/, "");
  return pathOf(reached).endsWith(pathOf(requested));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
