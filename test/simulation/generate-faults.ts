import type { Random } from "../fuzz/random.ts";
import type { Effect, FaultItem, Op } from "./scenario.ts";

const RETRY_AFTER = ["1", "3", "20", "600", "1200", "86400", "3000000", "0", "date", "soon 1", "-5"] as const;
const HOST_STATUSES = [
  400, 401, 403, 404, 404, 409, 410, 412, 415, 422, 429, 429, 429, 500, 500, 503, 408, 425,
] as const;
/** Codes that the endpoint and the relay send with a status: a token that has expired, a limit that has changed meanwhile. */
const API_CODES: Readonly<Record<number, string>> = {
  401: "token_expired",
  403: "type_not_allowed",
  404: "upload_not_found",
  422: "file_too_large",
  429: "too_many_files",
};
const STORAGE_STATUSES = [400, 403, 404, 409, 412, 429, 500, 503, 503, 401, 410, 423, 460] as const;

/** Makes one fault: an operation, the calls that it meets, and what they suffer. */
export function makeFault(random: Random): FaultItem {
  const op = random.pick<Op>([
    "create",
    "create",
    "complete",
    "complete",
    "complete",
    "cancel",
    "retrieve",
    "retrieve",
    "put",
    "put",
    "patch",
    "patch",
    "head",
    "delete",
    "md5",
    "md5",
    "list",
    "save",
    "reopen",
    "forget",
    "lock",
    "look",
    "inspect",
    "load",
  ]);
  const nth = 1 + Math.floor(random.next() ** 2 * 4);
  const effect = effectOf(random, op);
  // Half an hour of questions a second apart would be all that such a run does.
  const isLong = effect.name === "busy" && effect.retryAfter !== "30";
  return { kind: "fault", op, nth, lasts: isLong ? { ms: 20_000 } : durationOf(random), effect };
}

function durationOf(random: Random): FaultItem["lasts"] {
  switch (random.below(4)) {
    case 0:
      return { times: 1 };
    case 1:
      return { times: 2 + random.below(7) };
    case 2:
      return { ms: random.pick([500, 5_000, 60_000, 600_000]) };
    default:
      return "ever";
  }
}

function effectOf(random: Random, op: Op): Effect {
  switch (op) {
    case "create":
    case "complete":
    case "cancel":
    case "retrieve":
      return random.next() < 0.5
        ? status(random, HOST_STATUSES)
        : random.pick<Effect>([
            { name: "signed-out" },
            { name: "odd-error", thrown: random.pick(["error", "text", "nothing"]) },
            { name: "lost-request" },
            { name: "lost-answer" },
            { name: "lost-answer" },
            { name: "hang" },
            { name: "not-json" },
            op === "complete" ? { name: "not-yet" } : { name: "lost-answer" },
            { name: "slow", ms: random.pick([2_000, 20_000, 35_000]) },
          ]);
    case "put":
    case "patch":
      return random.next() < 0.35
        ? status(random, STORAGE_STATUSES)
        : random.pick<Effect>([
            { name: "lost-request" },
            { name: "lost-answer" },
            { name: "cut", share: random.next() },
            { name: "cut", share: random.next() },
            { name: "hang" },
            { name: "cors" },
            { name: "corrupt" },
            { name: "replay" },
            op === "patch" ? busy(random) : { name: "taken" },
            { name: "nonsense" },
            { name: "unreadable" },
          ]);
    case "head":
    case "delete":
      return random.next() < 0.4
        ? status(random, STORAGE_STATUSES)
        : random.pick<Effect>([
            { name: "lost-request" },
            { name: "lost-answer" },
            { name: "hang" },
            { name: "cors" },
            { name: "loses-bytes" },
            { name: "nonsense" },
          ]);
    case "md5":
      return random.pick<Effect>([
        { name: "unreadable" },
        { name: "unreadable" },
        { name: "wrong" },
        { name: "hang" },
        { name: "broken" },
        { name: "slow", ms: random.pick([3_000, 90_000]) },
      ]);
    case "load":
      return random.pick<Effect>([{ name: "reject" }, { name: "slow", ms: random.pick([500, 5_000]) }]);
    case "inspect":
      return random.pick<Effect>([{ name: "reject" }, { name: "hang" }, { name: "slow", ms: 2_000 }]);
    case "lock":
    case "look":
      return random.pick<Effect>([{ name: "slow", ms: 3_000 }, { name: "reject" }]);
    default:
      return random.pick<Effect>([{ name: "nothing" }, { name: "slow", ms: 2_000 }, { name: "reject" }]);
  }
}

function busy(random: Random): Effect {
  const retryAfter = random.pick(["1", "30", undefined]);
  return { name: "busy", ...(retryAfter !== undefined && { retryAfter }) };
}

function status(random: Random, statuses: readonly [number, ...number[]]): Effect {
  const chosen = random.pick(statuses);
  const mayWait = chosen === 429 || chosen === 503 || chosen === 409;
  const retryAfter = mayWait && random.next() < 0.7 ? random.pick(RETRY_AFTER) : undefined;
  const apiCode = API_CODES[chosen] && random.next() < 0.3 ? API_CODES[chosen] : undefined;
  return {
    name: "status",
    status: chosen,
    ...(retryAfter !== undefined && { retryAfter }),
    ...(apiCode !== undefined && { apiCode }),
  };
}
