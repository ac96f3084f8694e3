/**
 * Lightfield counts per organisation and category, so one call's 429 speaks for all of its category: until its time is
 * over, none of them is sent. Shared by the calls of one endpoint; a second instance learns from its own first 429.
 */
export class RateGate {
  readonly #closedUntil = new Map<Category, number>();

  /** Milliseconds until the next call of the category may be sent; 0 for at once. */
  waitMs(category: Category, nowMs: number): number {
    return Math.max(0, (this.#closedUntil.get(category) ?? 0) - nowMs);
  }

  close(category: Category, untilMs: number): void {
    this.#closedUntil.set(category, Math.max(untilMs, this.#closedUntil.get(category) ?? 0));
  }
}

/** The rate categories of the Files API. */
export type Category = "write" | "read" | "search";

export function categoryOf({ method, path }: { readonly method: string; readonly path: string }): Category {
  if (method !== "GET") return "write";
  return /^\/files(\?|$)/.test(path) ? "search" : "read";
}
