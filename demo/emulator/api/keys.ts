import { forbidden, unauthorized } from "../api-error.ts";

export type Scope = "files:create" | "files:read" | "meetings:create" | "meetings:update" | "meetings:read";

export const ALL_SCOPES: readonly Scope[] = [
  "files:create",
  "files:read",
  "meetings:create",
  "meetings:update",
  "meetings:read",
];

export interface ApiKey {
  /** The key, `sk_lf_…`. */
  readonly key: string;
  /** Scopes of the key. An empty list means full access, as at Lightfield. */
  readonly scopes: readonly string[];
  /** Whether the key belongs to an admin of the organisation. */
  readonly admin?: boolean;
}

export const DEFAULT_KEY: ApiKey = { key: "sk_lf_local_emulator", scopes: ALL_SCOPES, admin: true };

/** The API key of a request. @throws ApiError 401 without a valid key */
export function authenticate(keys: readonly ApiKey[], authorization: string | null): ApiKey {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
  const key = keys.find((candidate) => candidate.key === token);
  if (!key) throw unauthorized(token ? "The API key is not valid." : "Send `Authorization: Bearer <api key>`.");
  return key;
}

/** Checks a scope. @throws ApiError 403 if the key lacks it */
export function requireScope(key: ApiKey, scope: Scope | null): void {
  if (scope === null || key.scopes.length === 0) return;
  if (!key.scopes.includes(scope)) throw forbidden(`This API key lacks the scope \`${scope}\`.`);
}
