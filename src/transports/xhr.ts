import { UploadError } from "../engine/errors.ts";

/** Time limits in milliseconds for a request during which no byte is sent and no response arrives. */
export interface IdleLimits {
  /** Limit while bytes are still being sent. */
  readonly sendingMs: number;
  /** Limit after the last byte: storage may have to verify or move a large file before it responds. */
  readonly answerMs: number;
}

export const IDLE_LIMITS: IdleLimits = { sendingMs: 60_000, answerMs: 120_000 };

/** Speed in bytes per second below which a request without progress events counts as stalled. */
const SLOWEST_BYTES_PER_SECOND = 4_000;

export interface XhrRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Blob | null;
  readonly signal: AbortSignal;
  /**
   * Called with the number of body bytes that have left the browser; at the start with null if it may not report them. Without
   * it the browser need not count them.
   */
  readonly onSent?: (sentBytes: number | null) => void;
  readonly idle?: IdleLimits;
}

export interface XhrResponse {
  readonly status: number;
  /** The value of a response header; null when it is missing or not exposed to this page. */
  header(name: string): string | null;
  readonly text: string;
}

/**
 * Sends one request with XMLHttpRequest, because `fetch` cannot report upload progress and does not send files at full speed
 * in every browser. Resolves with any response, whatever its status.
 *
 * @throws UploadError `network` when there was no response, `timeout` when an idle limit was exceeded, `protocol` for a
 *   header that the browser rejects; the signal's reason when aborted
 */
export function sendXhr(request: XhrRequest): Promise<XhrResponse> {
  const { signal, idle = IDLE_LIMITS } = request;
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const xhr = new XMLHttpRequest();
    const size = request.body?.size ?? 0;
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
    let dueAt = Number.POSITIVE_INFINITY;
    let limitMs = 0;
    const watch = () => {
      const leftMs = dueAt - performance.now();
      if (leftMs > 0) {
        watchdog = setTimeout(watch, leftMs);
        return;
      }
      fail(new UploadError("timeout", `nothing moved for ${Math.round(limitMs / 1000)} s`));
      xhr.abort();
    };
    // A later end needs no new timer: the old one looks again. Progress is reported often, and for thousands of files.
    const restartWatchdog = (ms: number) => {
      const isSooner = performance.now() + ms < dueAt;
      dueAt = performance.now() + ms;
      limitMs = ms;
      if (!isSooner) return;
      clearTimeout(watchdog);
      watchdog = setTimeout(watch, ms);
    };

    const { onSent } = request;
    if (onSent) {
      xhr.upload.onprogress = ({ loaded }) => {
        const allSent = loaded >= size;
        restartWatchdog(allSent ? idle.answerMs : idle.sendingMs);
        onSent(loaded);
      };
    }
    xhr.onprogress = () => restartWatchdog(idle.sendingMs);
    xhr.onerror = () => fail(noResponse());
    // Firefox reports a connection that broke before the response as a `load` event with status 0.
    xhr.onload = () => (xhr.status === 0 ? fail(noResponse()) : end(() => resolve(responseOf(xhr))));

    try {
      xhr.open(request.method, request.url);
      for (const [name, value] of Object.entries(request.headers)) xhr.setRequestHeader(name, value);
    } catch (cause) {
      reject(new UploadError("protocol", "the browser cannot send such a request", { cause }));
      return;
    }
    signal.addEventListener("abort", abort, { once: true });
    // An empty body is sent at once, and browsers need not report progress for it.
    if (size && isUnderServiceWorker()) {
      onSent?.(null);
      restartWatchdog(idle.answerMs + (size / SLOWEST_BYTES_PER_SECOND) * 1_000);
    } else restartWatchdog(size && onSent ? idle.sendingMs : idle.answerMs);
    xhr.send(request.body);
  });
}

/**
 * Whether the page's service worker may handle the request. If it passes the request on with `fetch`, browsers report no
 * progress before the end, so that their silence is no standstill.
 */
function isUnderServiceWorker(): boolean {
  // Reading it throws in a sandboxed frame, which has no service worker.
  return self.origin !== "null" && Boolean(navigator.serviceWorker?.controller);
}

function noResponse(): UploadError {
  return new UploadError("network", "the connection broke");
}

function responseOf(xhr: XMLHttpRequest): XhrResponse {
  return {
    status: xhr.status,
    // Checks first, because browsers log an error when a page reads a header that is not exposed to it.
    header: (name) => (hasHeader(name, xhr.getAllResponseHeaders()) ? xhr.getResponseHeader(name) : null),
    text: xhr.responseText,
  };
}

function hasHeader(name: string, headers: string): boolean {
  return `\n${headers.toLowerCase()}`.includes(`\n${name.toLowerCase()}:`);
}
