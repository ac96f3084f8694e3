import type { StorageManner } from "./model/storage.ts";
import type { Random } from "./virtual/random.ts";

/** How long a fault lasts: one time, a while, or until the run heals everything at its end. */
export type Lasting = "once" | "a while" | "for ever";

export type Action =
  /** The host makes a session (or repeats the call for the newest one), perhaps in place of the one before. */
  | {
      readonly kind: "open";
      readonly upload: number;
      readonly at: number;
      readonly isReplacing: boolean;
      /** The repeated call has a newly signed address: another text for the same place. */
      readonly isResigned?: boolean;
    }
  | {
      readonly kind: "patch";
      readonly upload: number;
      readonly at: number;
      /** The share of the missing bytes that is sent. */
      readonly share: number;
      readonly pieces: number;
      /** Milliseconds between two pieces on a slow line. Absent: none. */
      readonly pieceMs?: number;
      readonly end: "whole" | "cut" | "stall";
      /** How far the client is wrong about the offset, in bytes. Absent: not at all. */
      readonly skew?: number;
      /** Without Content-Length. */
      readonly isChunked?: boolean;
    }
  | { readonly kind: "head"; readonly upload: number; readonly at: number; readonly times: number }
  | { readonly kind: "post"; readonly upload: number; readonly at: number }
  | { readonly kind: "confirm"; readonly upload: number; readonly at: number }
  | { readonly kind: "delete"; readonly upload: number; readonly at: number }
  | { readonly kind: "forget"; readonly upload: number; readonly at: number }
  /** The client hangs up on all its requests. */
  | { readonly kind: "leave"; readonly upload: number }
  | { readonly kind: "expire"; readonly upload: number }
  | { readonly kind: "clean"; readonly at: number }
  | { readonly kind: "crash"; readonly at: number; readonly afterEvents: number; readonly downMs: number }
  | { readonly kind: "freeze"; readonly at: number; readonly forMs: number }
  | { readonly kind: "storage"; readonly manner: StorageManner; readonly lasting: Lasting }
  | {
      readonly kind: "disk";
      readonly on: "read" | "write" | "remove";
      readonly how: "error" | "slow";
      readonly lasting: Lasting;
    }
  | { readonly kind: "locks"; readonly how: "error" | "slow"; readonly lasting: Lasting };

/** An action, and the virtual time between the action before and this one. */
export type Step = {
  readonly afterMs: number;
  /** By the session before the newest one: a tab that nobody has closed. */
  readonly isOlder?: boolean;
} & Action;

export interface Plan {
  /** For everything that the steps do not say: latencies, contents. */
  readonly seed: number;
  readonly uploads: number;
  /** The most uploads that the relay lets in at one time. Absent: as many as it likes. */
  readonly room?: number;
  readonly steps: readonly Step[];
}

const GAPS_MS = [0, 0, 1, 3, 10, 30, 100, 400, 1500, 6000, 12_000] as const;
const LONG_GAPS_MS = [65_000, 31 * 60_000, 59.9 * 60_000, 25 * 3_600_000] as const;

/** The plan of a seed: the same one always. */
export function planOf(seed: number, random: Random): Plan {
  const uploads = random.chance(0.1) ? 5 : 1 + random.below(3);
  const count = 6 + random.below(22);
  const steps: Step[] = [];
  for (let upload = 0; upload < uploads; upload += 1) {
    steps.push({ afterMs: 0, kind: "open", upload, at: random.below(2), isReplacing: false });
  }
  for (let index = 0; index < count; index += 1) {
    if (random.chance(0.1)) steps.push(...resuming(random, uploads));
    const step: Step = { afterMs: gapMs(random), ...anyAction(random, uploads) };
    steps.push(random.chance(0.1) && CAN_BE_OLDER.has(step.kind) ? { ...step, isOlder: true } : step);
  }
  return random.chance(0.25) ? { seed, uploads, room: 1 + random.below(3), steps } : { seed, uploads, steps };
}

const CAN_BE_OLDER: ReadonlySet<Action["kind"]> = new Set(["patch", "head", "confirm", "delete", "forget"]);

/** A client that comes back while its last request still holds the lock, and goes on from where it was. */
function resuming(random: Random, uploads: number): Step[] {
  const on = { upload: random.below(uploads), at: random.below(2) };
  const end = random.pick<"whole" | "cut">(["whole", "cut"]);
  return [
    { afterMs: gapMs(random), kind: "patch", ...on, share: 0.5, pieces: 3, pieceMs: 100, end },
    { afterMs: random.below(300), kind: "head", ...on, times: 1 },
    { afterMs: random.below(800), kind: "patch", ...on, share: 1, pieces: 4, pieceMs: 150, end: "whole" },
  ];
}

function gapMs(random: Random): number {
  return random.chance(0.02) ? random.pick(LONG_GAPS_MS) : random.pick(GAPS_MS);
}

function anyAction(random: Random, uploads: number): Action {
  const upload = random.below(uploads);
  const at = random.below(2);
  const draw = random.below(100);
  if (draw < 34) {
    const share = random.pick([1, 1, 1, 0.5, random.next()]);
    const end = random.pick<"whole" | "cut" | "stall">(["whole", "whole", "whole", "cut", "stall"]);
    const pieces = 1 + random.below(4);
    const line = random.chance(0.2) ? { pieceMs: random.pick([40, 150, 400]) } : {};
    const patch: Action = { kind: "patch", upload, at, share, pieces, ...line, end };
    if (random.chance(0.05)) return { ...patch, skew: random.pick([-3, -1, 1, 3]) };
    return random.chance(0.1) ? { ...patch, isChunked: true } : patch;
  }
  if (draw < 46) return { kind: "head", upload, at, times: random.pick([1, 1, 1, 1, 2, 6, 6, 60]) };
  if (draw < 51) return { kind: "confirm", upload, at };
  if (draw < 53) return { kind: "post", upload, at };
  if (draw < 59) {
    if (random.chance(0.6)) return { kind: "open", upload, at, isReplacing: true };
    const open: Action = { kind: "open", upload, at, isReplacing: false };
    return random.chance(0.5) ? { ...open, isResigned: true } : open;
  }
  if (draw < 62) return { kind: "delete", upload, at };
  if (draw < 64) return { kind: "forget", upload, at };
  if (draw < 68) return { kind: "leave", upload };
  if (draw < 70) return { kind: "expire", upload };
  if (draw < 72) return { kind: "clean", at };
  if (draw < 83) {
    return { kind: "crash", at, afterEvents: 1 + random.below(50), downMs: random.pick([1, 100, 3000, 20_000]) };
  }
  if (draw < 85) return { kind: "freeze", at, forMs: random.pick([500, 4000, 15_000, 40_000]) };
  const lasting = random.pick<Lasting>(["once", "once", "a while", "for ever"]);
  if (draw < 95) return { kind: "storage", manner: anyManner(random), lasting };
  if (draw < 98) {
    const on = random.pick<"read" | "write" | "remove">(["read", "write", "remove"]);
    return { kind: "disk", on, how: random.pick(["error", "slow"]), lasting };
  }
  return { kind: "locks", how: random.pick(["error", "slow"]), lasting };
}

/** Statuses of storage that pass, and those that stay. */
const LATER = [408, 409, 425, 429, 500, 502, 503, 504] as const;
const NEVER = [301, 400, 403, 404, 405, 411, 413, 501] as const;

function anyManner(random: Random): StorageManner {
  const afterBytes = 1 + random.below(30);
  return random.pick<StorageManner>([
    { kind: "answer", status: random.pick(LATER), words: "<Code>InternalError</Code>", isEarly: random.chance(0.3) },
    { kind: "answer", status: random.pick(NEVER), words: "<Code>AccessDenied</Code>", isEarly: random.chance(0.5) },
    { kind: "answer", status: random.pick(NEVER), words: "<Code>EntityTooLarge</Code>", isEarly: random.chance(0.5) },
    { kind: "answer", status: 200, words: "<html>Sign in to this network</html>", isEarly: true },
    { kind: "wait", status: random.pick([429, 503]), retryAfterSeconds: random.pick([1, 5, 120]) },
    { kind: "lose answer" },
    { kind: "cut", afterBytes },
    { kind: "stall", afterBytes },
    { kind: "slow", answerAfterMs: random.pick([2000, 15_000, 55_000]) },
    { kind: "trickle", pieceMs: 45_000 },
    { kind: "no connection" },
  ]);
}

/** A step as one line to read. */
export function describeStep({ afterMs, ...action }: Step): string {
  const { kind, ...rest } = action;
  const details = Object.entries(rest)
    .map(([name, value]) => `${name} ${typeof value === "object" ? JSON.stringify(value) : value}`)
    .join(", ");
  return `after ${afterMs} ms: ${kind}${details === "" ? "" : ` (${details})`}`;
}
