import type { StrangeAnswer } from "./explain-answer.ts";

/**
 * A `fetch` for the endpoint that recognizes when something else answers, such as a sign-in page. The code that looks for
 * the cause is loaded when that happens.
 *
 * @throws UploadError `signed-out`, or `protocol` for an endpoint that redirects
 */
export function attentiveFetch(given: typeof fetch | undefined): typeof fetch {
  let hasAnswered = false;
  // Looked up at each call, so that the page can replace the global fetch at any time.
  const send: typeof fetch = (url, init) => (given ?? fetch)(url, init);

  async function explain(answer: Pick<StrangeAnswer, "url" | "init" | "response">): Promise<void> {
    const code = await import("./explain-answer.ts").catch(() => null);
    const error = await code?.explainAnswer({ ...answer, send, hasAnswered });
    if (error) throw error;
  }

  return async (input, init = {}) => {
    const url = String(input);
    const response = await send(url, init).catch(async (cause: unknown) => {
      init.signal?.throwIfAborted();
      await explain({ url, init, response: null });
      throw cause;
    });
    const isJson = response.headers.get("content-type")?.includes("json");
    const { ok, status, redirected, headers } = response;
    const isDate = Number.isNaN(Number(headers.get("retry-after")));
    const isStrange = redirected || status === 401 || isDate || (ok && !isJson);
    if (isStrange) await explain({ url, init, response: response.clone() });
    else hasAnswered ||= ok;
    return response;
  };
}
