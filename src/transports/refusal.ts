import { codeForStatus, UploadError } from "../engine/errors.ts";
import { retryAfterMs } from "../engine/session/retry-after.ts";
import type { XhrResponse } from "./xhr.ts";

const MAX_DETAIL_CHARS = 300;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The error that a storage server's answer stands for. */
export function refusalOf(response: XhrResponse, code = codeForStatus(response.status)): UploadError {
  const { status } = response;
  // With others it has no meaning (RFC 9110, 10.2.3).
  const retryAfter = status === 429 || status === 503 ? response.header("retry-after") : null;
  return new UploadError(code, `storage answered ${status}`, {
    status,
    retryAfterMs: retryAfterMs(retryAfter, Date.now()),
    detail: storageWords(response),
    apiCode: response.header("x-lightfield-code") ?? undefined,
  });
}

/**
 * What the server says about it: S3, GCS and Azure answer in XML with a <Message>, a relay in the API's own envelope,
 * others in plain text.
 */
export function storageWords({ text, header }: XhrResponse): string | undefined {
  return inShort(sentenceIn(text, header("content-type") ?? ""));
}

/** What a page of HTML calls itself. */
export function titleOf(html: string): string | undefined {
  return inShort(decoded(/<title[^>]*>([^<]*)/i.exec(html)?.[1] ?? ""));
}

function inShort(text: string): string | undefined {
  const words = text.replace(/\s+/g, " ").trim();
  return words.length > MAX_DETAIL_CHARS ? `${words.slice(0, MAX_DETAIL_CHARS - 1)}…` : words || undefined;
}

function sentenceIn(text: string, type: string): string {
  if (type.startsWith("text/plain")) return text;
  if (type.startsWith("application/json")) return messageIn(text);
  return decoded(/<Message>([^<]*)/i.exec(text)?.[1] ?? "");
}

function messageIn(json: string): string {
  try {
    const message: unknown = JSON.parse(json).error.message;
    return typeof message === "string" ? message : "";
  } catch {
    return "";
  }
}

function decoded(xml: string): string {
  return xml.replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
