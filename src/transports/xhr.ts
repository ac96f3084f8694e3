import { UploadError } from "../engine/errors.ts";

/** How long a request may stand still: no byte sent, no answer. Milliseconds. */
export interface IdleLimits {
  /** While bytes are still to be sent. */
  readonly sendingMs: number;
  /** After the last byte: storage may have to check or move a large file before it answers. */
  readonly answerMs: number;
}

export const IDLE_LIMITS: IdleLimits = { sendingMs: 60_000, answerMs: 120_000 };

export interface XhrRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Blob | null;
  readonly signal: AbortSignal;
  /** Bytes of the body that left the browser. */
  readonly onSent?: (sentBytes: number) => void;
  readonly idle?: IdleLimits;
}

export interface XhrResponse {
  readonly status: number;
  /** null when the server does not expose it to this page. */
  header(name: string): string | null;
  readonly text: string;
}

/**
 * One request by XMLHttpRequest: `fetch` can neither report upload progress nor send a file at full speed everywhere.
 * Any answer resolves, whatever its status.
 *
 * @throws UploadError `network` without an answer, `timeout` when it stood still, `protocol` for a header that the
 *   browser does not take; the signal's reason when aborted
 */
export function sendXhr(request: XhrRequest): Promise<XhrResponse> {
  const { signal, idle = IDLE_LIMITS } = request;
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const xhr = new XMLHttpRequest();
    let watchdog: ReturnType<typeof setTimeout> | undefined;

    const end = (settle: () => void) => {
      clearTimeout(watchdog);
      signal.removeEventListener("abort", abort);
      settle();
    };
    const fail = (error: unknown) => end(() => reject(error));
    const abort = () => {
      fail(signal.reason);
      xhr.abort();
    };
    const expectLifeWithin = (ms: number) => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => {
        fail(new UploadError("timeout", `no byte moved and no answer came for ${Math.round(ms / 1000)} s`));
        xhr.abort();
      }, ms);
    };

    xhr.upload.onprogress = ({ loaded }) => {
      const allSent = loaded >= (request.body?.size ?? 0);
      expectLifeWithin(allSent ? idle.answerMs : idle.sendingMs);
      request.onSent?.(loaded);
    };
    xhr.onprogress = () => expectLifeWithin(idle.sendingMs);
    xhr.onerror = () => fail(noAnswer());
    // Firefox reports a connection that died before the answer as a `load` with status 0.
    xhr.onload = () => (xhr.status === 0 ? fail(noAnswer()) : end(() => resolve(responseOf(xhr))));

    try {
      xhr.open(request.method, request.url);
      for (const [name, value] of Object.entries(request.headers)) xhr.setRequestHeader(name, value);
    } catch (cause) {
      reject(new UploadError("protocol", "the browser cannot send this request as the host wants it", { cause }));
      return;
    }
    signal.addEventListener("abort", abort, { once: true });
    // An empty body is sent at once, and no engine need report it.
    expectLifeWithin(request.body?.size ? idle.sendingMs : idle.answerMs);
    xhr.send(request.body);
  });
}

function noAnswer(): UploadError {
  return new UploadError("network", "the connection broke before an answer came");
}

function responseOf(xhr: XMLHttpRequest): XhrResponse {
  return {
    status: xhr.status,
    // Browsers log it as an error when a header is asked for that this page may not read.
    header: (name) => (isListed(name, xhr.getAllResponseHeaders()) ? xhr.getResponseHeader(name) : null),
    text: xhr.responseText,
  };
}

function isListed(name: string, headers: string): boolean {
  return `\n${headers.toLowerCase()}`.includes(`\n${name.toLowerCase()}:`);
}
