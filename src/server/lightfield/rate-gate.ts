import { type Booking, Pace } from "./pace.ts";

/** The rate categories of the Files API. */
export type Category = "write" | "read" | "search";

export function categoryOf({ method, path }: { readonly method: string; readonly path: string }): Category {
  if (method !== "GET") return "write";
  return /^\/files(\?|$)/.test(path) ? "search" : "read";
}

/**
 * Lightfield counts per organisation and category, so all calls of one category keep one pace. Shared by the calls of
 * one endpoint; other instances are noticed by what the answers say is left, and by their 429s.
 */
export class RateGate {
  readonly #paces: Readonly<Record<Category, Pace>> = { write: new Pace(), read: new Pace(), search: new Pace() };

  /** A moment for the next call. It may move: look again when it has come, and release it in any case. */
  book(category: Category, nowMs: number): Booking {
    return this.#paces[category].book(nowMs);
  }

  release(category: Category, booking: Booking): void {
    this.#paces[category].release(booking);
  }

  /** What an answer's headers say about the limit. */
  learn(category: Category, headers: Readonly<Record<string, string>>, nowMs: number): void {
    const resetSeconds = count(headers["x-ratelimit-reset"]);
    const told = {
      perSecond: count(headers["x-ratelimit-limit"]),
      remaining: count(headers["x-ratelimit-remaining"]),
      resetAt: resetSeconds === null ? null : resetSeconds * 1000,
    };
    this.#paces[category].learn(told, nowMs);
  }

  /** A 429 speaks for all of its category: until its time is over, none of them is sent. */
  close(category: Category, untilMs: number, nowMs: number): void {
    this.#paces[category].close(untilMs, nowMs);
  }
}

function count(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : null;
}
