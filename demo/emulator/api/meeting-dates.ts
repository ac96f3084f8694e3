import { unprocessable } from "../api-error.ts";
import { outOfRange, type Place, text } from "./body-fields.ts";

/** The documented way to write a date and time: ISO 8601 with its offset. */
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/**
 * A moment that is over, in UTC, which is how dates are stored. The reference is silent on the status of a date in the
 * future: 422, its word for "valid JSON, but not acceptable".
 */
export function pastDate(at: Place, now: number): string {
  const given = text(at);
  const day = DATE_TIME.exec(given)?.[1];
  const ms = day !== undefined && isDay(day) ? Date.parse(given) : Number.NaN;
  if (Number.isNaN(ms)) throw outOfRange(at.param, "must be an ISO 8601 date and time with its offset");
  if (ms > now) throw unprocessable("Only meetings in the past can be created.", { param: at.param });
  return new Date(ms).toISOString();
}

/** `Date.parse` takes 30 February for 2 March. */
function isDay(day: string): boolean {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
}
