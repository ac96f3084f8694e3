import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Pace } from "../../../src/server/lightfield/pace.ts";

interface Verdict {
  readonly allowed: boolean;
  readonly remaining: number;
  /** Whole seconds, as the header has them; here in milliseconds. */
  readonly resetAt: number;
}
type Limiter = (nowMs: number) => Verdict;

const LIMIT = 25;
const wholeSecond = (ms: number) => Math.ceil(ms / 1000) * 1000;

/** Ways in which a server may count "25 a second". Which one Lightfield uses is not documented. */
const LIMITERS: Readonly<Record<string, () => Limiter>> = {
  "a token bucket": () => {
    let tokens = LIMIT;
    let filledAt = 0;
    return (now) => {
      tokens = Math.min(LIMIT, tokens + ((now - filledAt) / 1000) * LIMIT);
      filledAt = now;
      const allowed = tokens >= 1;
      if (allowed) tokens -= 1;
      const remaining = Math.floor(tokens);
      return { allowed, remaining, resetAt: wholeSecond(now + ((LIMIT - tokens) / LIMIT) * 1000) };
    };
  },
  "a fixed window": () => {
    let window = 0;
    let taken = 0;
    return (now) => {
      if (Math.floor(now / 1000) !== window) taken = 0;
      window = Math.floor(now / 1000);
      const allowed = taken < LIMIT;
      if (allowed) taken += 1;
      return { allowed, remaining: LIMIT - taken, resetAt: (window + 1) * 1000 };
    };
  },
  "a sliding window": () => {
    let times: number[] = [];
    return (now) => {
      times = times.filter((time) => time > now - 1000);
      const allowed = times.length < LIMIT;
      if (allowed) times.push(now);
      return { allowed, remaining: LIMIT - times.length, resetAt: wholeSecond(now + 1000) };
    };
  },
};

interface Load {
  readonly requests: number;
  readonly atOnce: number;
  readonly latencyMs: number;
  readonly instances?: number;
}

/** Runs the load on a virtual clock. */
function run(limiter: Limiter, { requests, atOnce, latencyMs, instances = 1 }: Load) {
  const startedAt = 1_000_000;
  const paces = Array.from({ length: instances }, () => new Pace());
  const due: { at: number; act(now: number): void }[] = [];
  let begun = 0;
  let done = 0;
  let refused = 0;
  let now = startedAt;

  const send = (pace: Pace) => {
    const booking = pace.book(now);
    const look = () => {
      // Timers come late, by up to a millisecond and a half here.
      if (booking.at > now) return void due.push({ at: booking.at + (begun % 4) / 2, act: look });
      pace.release(booking);
      due.push({ at: now + latencyMs / 2, act: () => arrive(pace) });
    };
    look();
  };
  const arrive = (pace: Pace) => {
    const { allowed, remaining, resetAt } = limiter(now);
    const answered = () => {
      if (!allowed) {
        refused += 1;
        pace.close(now + 1000, now);
        due.push({ at: now + 1000, act: () => send(pace) });
        return;
      }
      done += 1;
      pace.learn({ perSecond: LIMIT, remaining, resetAt }, now);
      begin(pace);
    };
    due.push({ at: now + latencyMs / 2, act: answered });
  };
  const begin = (pace: Pace) => {
    if (begun === requests) return;
    begun += 1;
    send(pace);
  };

  for (let slot = 0; slot < atOnce; slot += 1) begin(paces[slot % instances] ?? new Pace());
  while (due.length > 0) {
    due.sort((a, b) => a.at - b.at);
    const next = due.shift();
    now = Math.max(now, next?.at ?? now);
    next?.act(now);
  }
  return { done, refused, tookOfIdeal: (now - startedAt) / ((requests / LIMIT) * 1000) };
}

describe("the pace to Lightfield", () => {
  for (const [counting, limiter] of Object.entries(LIMITERS)) {
    for (const atOnce of [4, 16, 100]) {
      it(`uploads 1,000 files below ${counting}, ${atOnce} at a time, nearly as fast as the limit allows`, () => {
        const { done, refused, tookOfIdeal } = run(limiter(), { requests: 2000, atOnce, latencyMs: 80 });
        assert.equal(done, 2000);
        assert.ok(refused <= 5, `${refused} were refused`);
        assert.ok(tookOfIdeal <= 1.15, `${tookOfIdeal.toFixed(3)} of what the limit allows`);
      });
    }

    it(`shares ${counting} with other instances`, () => {
      const { done, refused, tookOfIdeal } = run(limiter(), {
        requests: 2000,
        atOnce: 64,
        latencyMs: 80,
        instances: 4,
      });
      assert.equal(done, 2000);
      assert.ok(refused <= 200, `${refused} of 2,000 were refused`);
      assert.ok(tookOfIdeal <= 1.5, `${tookOfIdeal.toFixed(3)} of what the limit allows`);
    });
  }

  const evenly = { perSecond: null, remaining: 5, resetAt: null };
  const waits = (pace: Pace, count: number, now: number) =>
    Array.from({ length: count }, () => Math.max(0, Math.round(pace.book(now).at - now)));

  it("does not delay a few requests after a pause, and spaces the following ones", () => {
    const [first = -1, second = -1, third = -1, fourth = -1, fifth = -1, sixth = -1, seventh = -1] = waits(
      new Pace(),
      7,
      1000,
    );
    assert.deepEqual([first, second, third, fourth, fifth], [0, 0, 0, 0, 0]);
    assert.ok(sixth > 30 && sixth < 60, `${sixth}`);
    assert.ok(seventh - sixth > 30 && seventh - sixth < 60, `${seventh}`);
  });

  it("follows the limit that responses announce", () => {
    const [slow, fast] = [new Pace(), new Pace()];
    slow.learn({ ...evenly, perSecond: 5 }, 1000);
    fast.learn({ ...evenly, perSecond: 500 }, 1000);
    assert.ok((waits(slow, 20, 1000).at(-1) ?? 0) > 2500);
    assert.ok((waits(fast, 20, 1000).at(-1) ?? 1e9) < 50);
  });

  it("is not stopped by an invalid limit", () => {
    const pace = new Pace();
    pace.learn({ perSecond: 0, remaining: 0, resetAt: 0 }, 1000);
    assert.ok(waits(pace, 20, 1000).every((wait) => wait < 2000));
  });

  it("sends nothing before a 429's Retry-After, then no burst, and keeps the order of waiting requests", () => {
    const pace = new Pace();
    const waiting = Array.from({ length: 10 }, () => pace.book(1000));
    pace.close(4000, 1000);
    const times = [...waiting, pace.book(1100)].map(({ at }) => at);
    assert.ok(Math.min(...times) >= 4000, String(times));
    assert.deepEqual(
      [...times].sort((a, b) => a - b),
      times,
    );
    const [first = 0, second = 0] = [pace.book(60_000), pace.book(60_000)].map(({ at }) => at);
    assert.ok(first >= 60_000 && second >= first);
  });

  it("gives the times of requests that are not sent to others", () => {
    const pace = new Pace();
    for (let count = 0; count < 10_000; count += 1) pace.cancel(pace.book(1000, "many"));
    assert.ok(pace.book(1000, "one").at <= 1000);
  });

  it("lets those behind a request that is not sent move up, in their order", () => {
    const pace = new Pace();
    const waiting = Array.from({ length: 20 }, () => pace.book(1000));
    const times = waiting.map(({ at }) => at);
    const [left] = waiting.splice(7, 1);
    if (left) pace.cancel(left);
    assert.deepEqual(
      waiting.map(({ at }) => at),
      times.slice(0, -1),
    );
    assert.ok(Math.abs(pace.book(1000).at - (times.at(-1) ?? 0)) < 1);
  });

  it("tries again after a minute when a 429 asks for a longer pause", () => {
    const pace = new Pace();
    pace.close(1000 + 365 * 24 * 3_600_000, 1000);
    assert.ok(pace.book(1100).at >= 61_000);
    assert.ok(pace.book(62_000).at <= 63_000);
  });

  it("keeps what a 429 asked for when a waiting request is not sent", () => {
    const pace = new Pace();
    const waiting = Array.from({ length: 10 }, () => pace.book(1000));
    pace.close(4000, 1000);
    for (const booking of waiting) pace.cancel(booking);
    assert.ok(pace.book(1100).at >= 4000);
  });

  it("pauses when no requests remain", () => {
    const pace = new Pace();
    pace.learn({ perSecond: 25, remaining: 0, resetAt: 2000 }, 1000);
    assert.ok(pace.book(1000).at >= 1040);
  });
});
