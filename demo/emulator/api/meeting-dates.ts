import { unprocessable } from "../api-error.ts";
import { outOfRange, type Place, text } from "./body-fields.ts";

/** The documented format of a date and time: ISO 8601 with a UTC offset. */
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/**
 * Parses a date in the past and converts it to UTC, the stored form. The reference does not specify the status for a
 * date in the future: 422, as for other values.
 */
export function pastDate(at: Place, now: number): string {
  const given = text(at);
  const day = DATE_TIME.exec(given)?.[1];
  const ms = day !== undefined && isDay(day) ? Date.parse(given) : Number.NaN;
  if (Number.isNaN(ms)) throw outOfRange(at.param, "must be an ISO 8601 date and time with its offset");
  if (ms > now) throw unprocessable("Only meetings in the past can be created.", { param: at.param });
  return new Date(ms).toISOString();
}

/** Whether the day exists: `Date.parse` reads 30 February as 2 March. */
function isDay(day: string): boolean {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
}
