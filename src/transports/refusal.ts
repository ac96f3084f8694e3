import { codeForStatus, UploadError } from "../engine/errors.ts";
import { retryAfterMs } from "../wire/retry-after.ts";
import type { XhrResponse } from "./xhr.ts";

const MAX_DETAIL_CHARS = 300;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Converts a storage server's error response to an UploadError. */
export function refusalOf(response: XhrResponse, code = codeForStatus(response.status)): UploadError {
  const { status } = response;
  // `Retry-After` is defined only for these statuses (RFC 9110, 10.2.3).
  const retryAfter = status === 429 || status === 503 ? response.header("retry-after") : null;
  return new UploadError(code, `storage responded with ${status}`, {
    status,
    fromStorage: true,
    // A date is compared with the server's own clock, if it may be read: the user's may be wrong.
    retryAfterMs: retryAfterMs(retryAfter, Date.parse(response.header("date") ?? "") || Date.now()),
    detail: storageMessage(response),
    apiCode: response.header("x-lightfield-code") ?? undefined,
  });
}

/**
 * The error message in a response: the <Message> of XML (S3, GCS, Azure), the message of the API's JSON envelope (relay),
 * or plain text. undefined when there is none.
 */
export function storageMessage({ text, header }: XhrResponse): string | undefined {
  return shortened(messageIn(text, header("content-type") ?? ""));
}

/** The title of an HTML page; undefined when it has none. */
export function titleOf(html: string): string | undefined {
  return shortened(decodeEntities(/<title[^>]*>([^<]*)/i.exec(html)?.[1] ?? ""));
}

function shortened(text: string): string | undefined {
  const words = text.replace(/\s+/g, " ").trim();
  return words.length > MAX_DETAIL_CHARS ? `${words.slice(0, MAX_DETAIL_CHARS - 1)}…` : words || undefined;
}

function messageIn(text: string, type: string): string {
  if (type.startsWith("text/plain")) return text;
  if (type.startsWith("application/json")) return messageInJson(text);
  return decodeEntities(/<Message>([^<]*)/i.exec(text)?.[1] ?? "");
}

function messageInJson(json: string): string {
  try {
    const message: unknown = JSON.parse(json).error.message;
    return typeof message === "string" ? message : "";
  } catch {
    return "";
  }
}

function decodeEntities(xml: string): string {
  return xml.replace(/&(\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
