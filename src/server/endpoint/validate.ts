import type { CreateReply } from "../../host/protocol.ts";
import { ApiError } from "../api-error.ts";
import type { LightfieldClient } from "../lightfield/client.ts";

export interface ValidateOptions {
  /**
   * Origin of the pages that upload, "https://app.example.com". With it, storage is asked whether it lets them send files
   * (CORS): a session for one byte is created for that and cancelled. Without it, or with a `transfer`, storage is not
   * asked.
   */
  readonly origin?: string | undefined;
  /** Scopes that your hooks need as well, for example "meetings:create" and "meetings:update". */
  readonly scopes?: readonly string[] | undefined;
}

export interface Validation {
  /** Whether no problem was found. */
  readonly ok: boolean;
  readonly problems: readonly ValidationProblem[];
}

export interface ValidationProblem {
  readonly code:
    | "not_configured"
    | "key_refused"
    | "scope_missing"
    | "clock_wrong"
    | "session_refused"
    | "storage_cors"
    | "storage_unreachable"
    | "lightfield_unreachable";
  /** What is missing and what to change, in one or two sentences. It contains no secret. */
  readonly message: string;
}

export interface ValidateParts {
  readonly client: LightfieldClient;
  readonly fetch: typeof fetch;
  /** Whether the browser sends files to storage itself. */
  readonly isDirect: boolean;
  readonly now: () => number;
}

/** Scopes that the endpoint's own calls need. */
const SCOPES = ["files:create", "files:read"] as const;
/** Difference of the clocks from which on tokens and sessions end noticeably early or late. */
const CLOCK_MS = 30_000;
const PREFLIGHT_MS = 10_000;

/** Checks key, scopes, clock and storage by asking Lightfield. Never rejects for a problem that it reports. */
export async function validate(parts: ValidateParts, options: ValidateOptions = {}): Promise<Validation> {
  const problems = [...(await keyProblems(parts, options))];
  const isUsable = problems.every(({ code }) => code === "clock_wrong");
  if (isUsable && options.origin !== undefined && parts.isDirect) {
    problems.push(...(await storageProblems(parts, options.origin)));
  }
  return { ok: problems.length === 0, problems };
}

async function keyProblems({ client, now }: ValidateParts, { scopes = [] }: ValidateOptions) {
  try {
    const { value, respondedAt } = await client.validateKey();
    return [...scopeProblems(value.scopes, [...SCOPES, ...scopes]), ...clockProblems(respondedAt, now())];
  } catch (error) {
    return [lightfieldProblem(error)];
  }
}

function lightfieldProblem(error: unknown): ValidationProblem {
  if (error instanceof ApiError && error.upstream && (error.status === 401 || error.status === 403)) {
    const message = `Lightfield does not accept the API key (${error.message}) Create a key in Lightfield's settings and set \`apiKey\`.`;
    return { code: "key_refused", message };
  }
  const why = error instanceof Error ? error.message : "unknown error";
  return {
    code: "lightfield_unreachable",
    message: `Lightfield could not be asked: ${why} Check \`baseUrl\` and the network.`,
  };
}

/** A key without any scope has full access. */
function scopeProblems(granted: readonly string[], needed: readonly string[]): ValidationProblem[] {
  const missing = granted.length === 0 ? [] : needed.filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return [];
  const message = `The API key lacks the ${missing.length === 1 ? "scope" : "scopes"} ${missing.join(", ")}. Add ${missing.length === 1 ? "it" : "them"} to the key in Lightfield's settings.`;
  return [{ code: "scope_missing", message }];
}

function clockProblems(respondedAt: number | null | undefined, now: number): ValidationProblem[] {
  if (respondedAt == null || Math.abs(now - respondedAt) < CLOCK_MS) return [];
  const seconds = Math.round((now - respondedAt) / 1000);
  const message = `This server's clock is ${Math.abs(seconds)} seconds ${seconds > 0 ? "ahead of" : "behind"} Lightfield's, so tokens and sessions end at the wrong time. Synchronize it (NTP).`;
  return [{ code: "clock_wrong", message }];
}

async function storageProblems(parts: ValidateParts, origin: string): Promise<ValidationProblem[]> {
  const { client } = parts;
  let file: CreateReply;
  try {
    const body = { filename: "connection-check.txt", mimeType: "text/plain", sizeBytes: 1 };
    file = (await client.createFile(body)).value;
  } catch (error) {
    const why = error instanceof Error ? error.message : "unknown error";
    return [{ code: "session_refused", message: `Lightfield refused to create a session: ${why}` }];
  }
  try {
    return await preflightProblems(parts, file, origin);
  } finally {
    // A session that cannot be cancelled expires by itself.
    await client.cancelFile(file.id).catch(() => {});
  }
}

async function preflightProblems(
  { fetch: send }: ValidateParts,
  { uploadUrl, uploadHeaders }: CreateReply,
  origin: string,
): Promise<ValidationProblem[]> {
  const { host } = new URL(uploadUrl);
  const names = Object.keys(uploadHeaders).map((name) => name.toLowerCase());
  let response: Response;
  try {
    response = await send(uploadUrl, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "PUT",
        "access-control-request-headers": [...names].sort().join(","),
      },
      redirect: "manual",
      signal: AbortSignal.timeout(PREFLIGHT_MS),
    });
    await response.body?.cancel();
  } catch {
    const message = `Storage at ${host} could not be reached from this server. Browsers may still reach it; check it from one.`;
    return [{ code: "storage_unreachable", message }];
  }
  const wrong = refusedBy(response, origin, names);
  if (wrong === null) return [];
  const rule = `origin ${origin}, method PUT${names.length > 0 ? `, headers ${names.join(", ")}` : ""}`;
  const message = `Storage at ${host} does not let pages of ${origin} send files: ${wrong}. Add this to its CORS rules: ${rule}; or send files through this server with the relay (\`transfer\`).`;
  return [{ code: "storage_cors", message }];
}

/** What a browser would miss in the response to a preflight; null if it would send the PUT. */
function refusedBy({ ok, status, headers }: Response, origin: string, names: readonly string[]): string | null {
  if (!ok) return `it answers the preflight with status ${status}`;
  const allowedOrigin = headers.get("access-control-allow-origin");
  if (allowedOrigin !== "*" && allowedOrigin !== origin) return "its answer to the preflight does not name the origin";
  const methods = list(headers.get("access-control-allow-methods"));
  if (!methods.includes("put") && !methods.includes("*")) return "its answer to the preflight does not allow PUT";
  const allowed = list(headers.get("access-control-allow-headers"));
  const missing = names.filter((name) => !allowed.includes(name) && !allowed.includes("*"));
  return missing.length === 0 ? null : `its answer to the preflight does not allow the headers ${missing.join(", ")}`;
}

function list(header: string | null): string[] {
  return (header ?? "").split(",").map((item) => item.trim().toLowerCase());
}
