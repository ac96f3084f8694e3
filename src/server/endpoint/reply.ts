import { ApiError } from "../api-error.ts";

/** A JSON response that is not cached and that browsers do not interpret as another type. */
export function jsonReply(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(text, {
    status,
    headers: {
      ...headers,
      "content-type": "application/json",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/**
 * A refusal for `authorize` to return: `refuse(401, "Sign in to upload files.")`. The message is sent to the browser, and
 * so is the code, which is "unauthorized" or "forbidden" unless you give one of your own.
 */
export function refuse(status: 401 | 403, message: string, code?: string): Response {
  return jsonReply(status, JSON.stringify(new ApiError(status, message, { code }).toReply()));
}

/** A copy of a response with more headers. A copy, because the given one may be immutable. */
export function withHeaders(reply: Response, headers: Readonly<Record<string, string>>): Response {
  const merged = new Headers(reply.headers);
  for (const [name, value] of Object.entries(headers)) {
    if (name === "vary") merged.append(name, value);
    else merged.set(name, value);
  }
  if (!merged.has("cache-control")) merged.set("cache-control", "no-store");
  return new Response(reply.body, { status: reply.status, statusText: reply.statusText, headers: merged });
}
