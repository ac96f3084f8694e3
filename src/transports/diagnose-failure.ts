import { UploadError } from "../engine/errors.ts";

const PROBE_TIMEOUT_MS = 5_000;
/** Time in milliseconds in which a browser reports that the page's policy blocked a request that has already failed. */
const VIOLATION_MS = 250;

/** A request to storage that ended without a readable response. Browsers hide the cause. */
export interface MissingResponse {
  readonly kind: "put" | "tus";
  readonly file: Blob;
  readonly url: URL;
  readonly signal: AbortSignal;
  readonly error: UploadError;
}

const REMEDIES: { readonly [K in MissingResponse["kind"]]: string } = {
  put: "Either allow this page to PUT in the storage's CORS rules, or relay the bytes through your own server.",
  tus:
    "Its CORS rules must allow HEAD, PATCH and DELETE from this page, with Tus-Resumable, Upload-Offset, Content-Type " +
    "and the headers that the endpoint asks for (Authorization, Upload-Checksum), and expose Upload-Offset and " +
    "Upload-Length.",
};

/**
 * Makes another request to the storage's origin, whose response the page may not read. The error says why the browser
 * refuses requests of this page, or hides their responses; null when storage does not respond at all.
 */
export async function diagnose({ kind, url, signal, error }: MissingResponse): Promise<UploadError | null> {
  if (location.protocol === "https:" && url.protocol === "http:" && !isLocal(url)) {
    return unreachable(`This page uses https, so browsers do not let it send files to ${url.origin}.`, error);
  }
  const violation = watchViolations(url);
  try {
    if (await isReachable(url, signal)) {
      return unreachable(
        `The storage at ${url.origin} responds, but does not let this page (${location.origin}) send the file: its ` +
          "CORS rules do not allow this origin, method or headers, or it refused the upload URL without CORS headers, or " +
          `something cut the connection twice before a byte was reported. ${REMEDIES[kind]}`,
        error,
      );
    }
    const isBlocked = await violation.seen();
    if (!isBlocked) return null;
    return unreachable(
      `This page's Content-Security-Policy does not let it send files to ${url.origin}: add that origin to connect-src.`,
      error,
    );
  } finally {
    violation.stop();
  }
}

/** Whether a server responds at the origin. */
async function isReachable(url: URL, signal: AbortSignal): Promise<boolean> {
  const probe = new AbortController();
  const stop = () => probe.abort();
  const timer = setTimeout(stop, PROBE_TIMEOUT_MS);
  signal.addEventListener("abort", stop);
  try {
    await fetch(url.origin, { mode: "no-cors", credentials: "omit", cache: "no-store", signal: probe.signal });
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}

/** Watches whether the page's policy blocks requests to an origin. The browser reports that in an event of its own. */
function watchViolations({ origin }: URL): { seen(): Promise<boolean>; stop(): void } {
  let report = (_: boolean): void => {};
  const reported = new Promise<boolean>((resolve) => {
    report = resolve;
  });
  const look = ({ blockedURI, disposition }: SecurityPolicyViolationEvent) => {
    if (disposition === "enforce" && blockedURI.startsWith(origin)) report(true);
  };
  document.addEventListener("securitypolicyviolation", look);
  return {
    seen() {
      setTimeout(() => report(false), VIOLATION_MS);
      return reported;
    },
    stop: () => document.removeEventListener("securitypolicyviolation", look),
  };
}

/** Whether browsers treat the origin as safe although it uses http. */
function isLocal({ hostname }: URL): boolean {
  return /^(localhost|.*\.localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
}

function unreachable(message: string, cause: UploadError): UploadError {
  return new UploadError("storage-unreachable", message, { cause });
}
