import type { ApiPhase } from "../faults/faults.ts";
import type { Scope } from "./keys.ts";
import type { Category } from "./rate-limiter.ts";

export interface Route {
  readonly method: "GET" | "POST";
  readonly pattern: RegExp;
  readonly phase: ApiPhase;
  /** Null: every valid key may make the call. */
  readonly scope: Scope | null;
  readonly category: Category;
}

/** All routes of the API. */
const ROUTES: readonly Route[] = [
  { method: "POST", pattern: /^\/v1\/files$/, phase: "create", scope: "files:create", category: "write" },
  {
    method: "POST",
    pattern: /^\/v1\/files\/([^/]+)\/complete$/,
    phase: "complete",
    scope: "files:create",
    category: "write",
  },
  {
    method: "POST",
    pattern: /^\/v1\/files\/([^/]+)\/cancel$/,
    phase: "cancel",
    scope: "files:create",
    category: "write",
  },
  { method: "GET", pattern: /^\/v1\/files\/([^/]+)\/url$/, phase: "url", scope: "files:read", category: "read" },
  { method: "GET", pattern: /^\/v1\/files\/([^/]+)$/, phase: "retrieve", scope: "files:read", category: "read" },
  { method: "GET", pattern: /^\/v1\/files$/, phase: "list", scope: "files:read", category: "search" },
  {
    method: "POST",
    pattern: /^\/v1\/meetings$/,
    phase: "meeting-create",
    scope: "meetings:create",
    category: "write",
  },
  {
    method: "POST",
    pattern: /^\/v1\/meetings\/([^/]+)$/,
    phase: "meeting-update",
    scope: "meetings:update",
    category: "write",
  },
  {
    method: "GET",
    pattern: /^\/v1\/meetings\/([^/]+)$/,
    phase: "meeting-retrieve",
    scope: "meetings:read",
    category: "read",
  },
  { method: "GET", pattern: /^\/v1\/meetings$/, phase: "meeting-list", scope: "meetings:read", category: "search" },
  { method: "GET", pattern: /^\/v1\/auth\/validate$/, phase: "validate-key", scope: null, category: "read" },
];

export interface RouteMatch {
  readonly route: Route;
  /** Id in the path; "" if there is none. */
  readonly id: string;
}

export function matchRoute(method: string, path: string): RouteMatch | null {
  for (const route of ROUTES) {
    const match = route.method === method ? route.pattern.exec(path) : null;
    if (match) return { route, id: match[1] ?? "" };
  }
  return null;
}
