import { badRequest } from "../api-error.ts";
import type { Limits } from "../limits.ts";

const MAX_PAGE = 25;

export interface SearchIndexParts {
  readonly limits: () => Limits;
  readonly now: () => number;
}

/** Answers lists. Like Lightfield's search index it can lag behind, and count wrongly (see `Limits`). */
export class SearchIndex {
  readonly #limits: () => Limits;
  readonly #now: () => number;
  #lists = 0;

  constructor({ limits, now }: SearchIndexParts) {
    this.#limits = limits;
    this.#now = now;
  }

  /** One page, newest first (the reference does not specify the order). @param records oldest first */
  page<T extends { readonly createdAt: number }>(
    records: readonly T[],
    query: URLSearchParams,
    toWire: (record: T) => unknown,
  ): { readonly object: "list"; readonly data: readonly unknown[]; readonly totalCount: number } {
    const limit = pageNumber(query, "limit", { fallback: MAX_PAGE, min: 1, max: MAX_PAGE });
    const offset = pageNumber(query, "offset", { fallback: 0, min: 0, max: Number.MAX_SAFE_INTEGER });
    const { searchLagMs, totalCountError } = this.#limits();
    const indexed = records.filter(({ createdAt }) => createdAt + searchLagMs <= this.#now()).reverse();
    const error = this.#lists % 2 === 0 ? totalCountError : -totalCountError;
    this.#lists += 1;
    const data = indexed.slice(offset, offset + limit).map(toWire);
    return { object: "list", data, totalCount: Math.max(0, indexed.length + error) };
  }
}

function pageNumber(
  query: URLSearchParams,
  param: string,
  { fallback, min, max }: { fallback: number; min: number; max: number },
): number {
  const given = query.get(param);
  if (given === null) return fallback;
  const value = Number(given);
  if (/^\d+$/.test(given) && value >= min && value <= max) return value;
  throw badRequest(`'${param}' must be a whole number from ${min} to ${max}.`, { code: "invalid_value", param });
}
