import type { ConsoleCode, ERRORS_PAGE } from "../wire/console-codes.ts";
import { CONSOLE_TEXTS } from "./console-texts.ts";

/** Fields of an UploadError that say what the developer of the page can do about it. */
export interface ErrorFacts {
  readonly code: string;
  readonly message: string;
  readonly status?: number | undefined;
  readonly apiCode?: string | undefined;
  readonly fromStorage?: boolean | undefined;
  readonly advice?: string | undefined;
  readonly consoleCode?: ConsoleCode | undefined;
  readonly cause?: unknown;
}

/** What a developer may have to know: a mistake with a code, or an error whose code is still to be found. */
export type Mistake =
  | {
      readonly code: ConsoleCode;
      /** What happened, as a sentence. Default: only the text of the code. */
      readonly what?: string;
      readonly cause?: unknown;
    }
  | Failure
  | { readonly event: EventFacts; readonly uploads: readonly UploadFacts[] };

interface Failure {
  readonly error: ErrorFacts;
  /** What the error prevents. */
  readonly prevents: "upload" | "list" | "open" | "cancel";
  /** Name of the file; undefined for the list. */
  readonly file?: string | undefined;
  /** Whether the failed call went to storage, and not to the endpoint. Default false. */
  readonly isStorage?: boolean;
  /** Whether the call is retried. Default false. */
  readonly isRetried?: boolean;
  /** Whether this page has reached the servers before, so that a lost connection is the network's fault. */
  readonly hasWorked: boolean;
}

/** Fields of an UploaderEvent, in a shape that all of its variants have. */
export interface EventFacts {
  readonly type: string;
  readonly upload?: UploadFacts;
  readonly error?: ErrorFacts | null;
}

/** Fields of an UploadSnapshot. */
export interface UploadFacts {
  readonly name: string;
  readonly folder: string;
  readonly step: string | null;
  readonly status: string;
  readonly sentBytes: number;
}

/** Checked by its type and not imported: the first script would have to export it. */
const errorsPage: typeof ERRORS_PAGE = "lightfield-uploader/docs/errors";
/** Longest number of lines with the same code of one element. */
const MAX_LINES = 3;
/** Time in milliseconds in which the browser hands over its past reports. A later one is only missing in the line. */
const REPORTS_MS = 50;

/**
 * Writes a line on the console about a mistake that a developer can fix, once for each message and
 * element.
 */
export async function report(element: { readonly localName: string }, mistake: Mistake): Promise<void> {
  const found = await lineOf(mistake);
  // A language is missing for all elements of a kind.
  const owner = "code" in mistake && mistake.code === "language-missing" ? element.constructor : element;
  const shown = written.get(owner) ?? new Map<string, ConsoleCode>();
  written.set(owner, shown);
  if (!found) return;
  const { code, what, message = what, fix = CONSOLE_TEXTS[code], cause } = found;
  if (shown.has(message) || [...shown.values()].filter((one) => one === code).length >= MAX_LINES) return;
  shown.set(message, code);
  const words = [what, fix].filter(Boolean).join(" ");
  const line = `<${element.localName}> [${code}] ${words} → ${errorsPage}#${code}`;
  console.warn(line, ...(cause === undefined ? [] : [cause]));
}

/** Messages that were written for each element, with their codes. */
const written = new WeakMap<object, Map<string, ConsoleCode>>();

interface Line {
  readonly code: ConsoleCode;
  /** What happened, and to which file. */
  readonly what: string;
  /** What happened, without the name of the file. Default: `what`. */
  readonly message?: string;
  readonly fix?: string;
  readonly cause?: unknown;
}

async function lineOf(mistake: Mistake): Promise<Line | null> {
  if ("code" in mistake) return { what: "", ...mistake };
  if ("error" in mistake) return failureLine(mistake);
  const { event, uploads } = mistake;
  const { type, upload, error } = event;
  if (!upload || !error) return null;
  return failureLine({
    error,
    prevents: "upload",
    file: upload.folder ? `${upload.folder}/${upload.name}` : upload.name,
    isStorage: upload.step === "transfer",
    isRetried: type !== "failed",
    hasWorked: uploads.some(({ sentBytes, status }) => sentBytes > 0 || status === "succeeded"),
  });
}

const OUTCOMES = {
  upload: "was not uploaded",
  list: "was not loaded",
  open: "was not opened",
  cancel: "was not cancelled",
} satisfies Record<Failure["prevents"], string>;

async function failureLine(mistake: Failure): Promise<Line | null> {
  const { error, prevents, file, isRetried } = mistake;
  const told = `${file ? `“${file}”` : "The list"} ${isRetried ? "waits" : OUTCOMES[prevents]}: ${error.message.replace(/[.!?]?$/, ".")}`;
  const violation = error.status === undefined && error.code === "network" ? await blockedByPolicy() : null;
  if (violation)
    return { code: "blocked-by-csp", what: `${told} ${violation}`, message: violation, cause: error.cause };
  const code = codeOf(mistake);
  if (!code) return null;
  return {
    code,
    what: told,
    message: error.message,
    ...(error.advice && !CONSOLE_TEXTS[code] ? { fix: error.advice } : {}),
    cause: error.cause,
  };
}

/** Code of the line about an error; null for one that only the user or the network can fix. */
function codeOf({ error, prevents, isStorage: isTransfer, isRetried, hasWorked }: Failure): ConsoleCode | null {
  const { code, consoleCode, apiCode, fromStorage, status, advice } = error;
  const isStorage = isTransfer || fromStorage;
  // A wait ends by itself, unless the servers have never answered.
  const isSetup = consoleCode !== undefined || ALWAYS.has(code) || advice !== undefined;
  if (isRetried && hasWorked && !isSetup) return null;
  if (consoleCode) return consoleCode;
  if (apiCode !== undefined && Object.hasOwn(CONSOLE_TEXTS, apiCode)) return apiCode as ConsoleCode;
  if (code === "checksum" || code === "conflict") return advice ? "bytes-changed" : null;
  if (code === "expired") return advice ? "session-ends" : null;
  if (code === "not-found") return isStorage ? "storage-refused" : "endpoint-paths";
  if (code === "signed-out" && hasWorked) return null;
  if (status === 413) return "body-limit";
  if (code === "server") return status === 502 || status === 503 || status === 504 ? "gateway" : "server-error";
  if (code === "protocol") return isStorage ? "transfer-reply" : "endpoint-reply";
  if (isStorage && status !== undefined && status < 500) return "storage-refused";
  if (code === "network" || code === "timeout") {
    if (isStorage || hasWorked) return null;
    return code === "network" ? "endpoint-unreachable" : "endpoint-timeout";
  }
  if (code === "forbidden" && (prevents === "list" || prevents === "open")) return "reads-forbidden";
  if (code === "not-set-up") return status === 405 ? "endpoint-method" : "endpoint-not-found";
  return PLAIN[code] ?? null;
}

/** Errors that say at once that the page or its servers are at fault. */
const ALWAYS: ReadonlySet<string> = new Set([
  "storage-unreachable",
  "protocol",
  "unsupported-transfer",
  "internal",
  "not-set-up",
]);

/** Codes of errors that have a line of the same or a similar name. */
const PLAIN: Readonly<Record<string, ConsoleCode>> = {
  "storage-unreachable": "storage-unreachable",
  "unsupported-transfer": "unsupported-transfer",
  internal: "internal",
  "signed-out": "unauthorized",
  unauthorized: "unauthorized",
  forbidden: "forbidden",
  refused: "refused",
  "rate-limited": "rate_limited",
};

/** Sentence about the last request that the page's Content-Security-Policy blocked; null when there was none. */
async function blockedByPolicy(): Promise<string | null> {
  if (typeof ReportingObserver === "undefined") return null;
  const reports = await new Promise<readonly Report[]>((resolve) => {
    const observer = new ReportingObserver(resolve, { types: ["csp-violation"], buffered: true });
    observer.observe();
    setTimeout(() => {
      observer.disconnect();
      resolve([]);
    }, REPORTS_MS);
  });
  const bodies = reports.map(({ body }) => body as { blockedURL?: string; effectiveDirective?: string } | null);
  const last = bodies.reverse().find((body) => body?.effectiveDirective === "connect-src");
  return last ? `The directive connect-src of the page's policy blocks ${last.blockedURL}.` : null;
}
