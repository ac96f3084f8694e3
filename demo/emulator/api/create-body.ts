import { forbidden, unprocessable } from "../api-error.ts";
import type { Limits } from "../limits.ts";
import type { PurposeRule } from "../purposes.ts";
import { type JsonObject, outOfRange, place, refuseUnknownFields, text, wholeNumber } from "./body-fields.ts";
import type { ApiKey } from "./keys.ts";

export interface CreateBody {
  readonly filename: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly rule: PurposeRule | null;
}

const FIELDS = ["filename", "mimeType", "sizeBytes", "purpose"];
const MAX_FILENAME_CHARS = 255;
/** Media type of RFC 9110; other texts are not valid header values. */
const MIME_TYPE = /^[!#$%&'*+.^_`|~0-9a-z-]+\/[!#$%&'*+.^_`|~0-9a-z-]+( *;[\x20-\x7e]*)?$/i;

export function parseCreateBody(body: JsonObject, limits: Limits, key: ApiKey): CreateBody {
  refuseUnknownFields(body, FIELDS, "files");
  const filename = text(place(body, "filename"));
  if (filename.length < 1 || filename.length > MAX_FILENAME_CHARS) {
    throw outOfRange("filename", `must have 1 to ${MAX_FILENAME_CHARS} characters`);
  }
  const mimeType = text(place(body, "mimeType"));
  if (!MIME_TYPE.test(mimeType)) throw outOfRange("mimeType", "must be a MIME type");
  const sizeBytes = wholeNumber(place(body, "sizeBytes"));
  if (sizeBytes < 1 || sizeBytes > limits.maxFileBytes) {
    throw outOfRange("sizeBytes", `must be between 1 and ${limits.maxFileBytes}`);
  }
  const rule = purposeRule(body, limits);
  if (rule) enforce(rule, { mimeType, sizeBytes }, key);
  return { filename, mimeType, sizeBytes, rule };
}

/** Checks the rules of a purpose. The reference does not specify the status of a refusal: 422, as for other values. */
function enforce(
  rule: PurposeRule,
  { mimeType, sizeBytes }: { mimeType: string; sizeBytes: number },
  key: ApiKey,
): void {
  if (rule.adminOnly && !key.admin)
    throw forbidden("Only an admin of the organization can add to its shared knowledge.");
  const bareType = (mimeType.split(";", 1)[0] ?? "").trim().toLowerCase();
  if (rule.mimeTypes && !rule.mimeTypes.includes(bareType)) {
    throw unprocessable(`Files of type '${bareType}' are not allowed for this purpose.`, { param: "mimeType" });
  }
  if (sizeBytes > rule.maxBytes) {
    throw unprocessable(`The file exceeds this purpose's limit of ${rule.maxBytes} bytes.`, { param: "sizeBytes" });
  }
}

function purposeRule(body: JsonObject, limits: Limits): PurposeRule | null {
  if (body.purpose === undefined) return null;
  const purpose = text(place(body, "purpose"));
  const rule = Object.hasOwn(limits.purposes, purpose) ? limits.purposes[purpose] : undefined;
  if (!rule) throw outOfRange("purpose", `must be one of ${Object.keys(limits.purposes).join(", ")}`);
  return rule;
}
