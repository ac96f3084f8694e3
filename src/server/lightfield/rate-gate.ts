import { type Booking, Pace } from "./pace.ts";

/** Categories by which the Files API limits rates. */
export type Category = "write" | "read" | "search";

export function categoryOf({ method, path }: { readonly method: string; readonly path: string }): Category {
  if (method !== "GET") return "write";
  return /^\/(files|meetings)(\?|$)/.test(path) ? "search" : "read";
}

/**
 * One pace for each rate category, since Lightfield counts per organisation and category. All calls of one endpoint
 * share it. The use by other instances shows in the remaining count of responses and in 429s.
 */
export class RateGate {
  readonly #paces: Readonly<Record<Category, Pace>> = { write: new Pace(), read: new Pace(), search: new Pace() };

  /** Books a time for the next call. It may move, so check it again when it has come; then release or cancel it. */
  book(category: Category, nowMs: number, subject = ""): Booking {
    return this.#paces[category].book(nowMs, subject);
  }

  /** Ends a booking: its call is sent now. */
  release(category: Category, booking: Booking): void {
    this.#paces[category].release(booking);
  }

  /** Ends a booking without sending its call. */
  cancel(category: Category, booking: Booking): void {
    this.#paces[category].cancel(booking);
  }

  /** Adapts the pace to the rate limit headers of a response. */
  learn(category: Category, headers: Readonly<Record<string, string>>, nowMs: number): void {
    const resetSeconds = count(headers["x-ratelimit-reset"]);
    const announced = {
      perSecond: count(headers["x-ratelimit-limit"]),
      remaining: count(headers["x-ratelimit-remaining"]),
      resetAt: resetSeconds === null ? null : resetSeconds * 1000,
    };
    this.#paces[category].learn(announced, nowMs);
  }

  /** Sends no call of the category before `untilMs`, because a 429 applies to all of them. */
  close(category: Category, untilMs: number, nowMs: number): void {
    this.#paces[category].close(untilMs, nowMs);
  }
}

function count(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : null;
}
