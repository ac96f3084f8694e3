import type { Command, Effect, FaultItem, Item, Op } from "../scenario.ts";
import { command, fault, type Hazard, near, RESUMABLE, soon } from "./hazard.ts";

/** The host, or storage, wants to be left alone: for seconds, for minutes, for weeks. */
export const silence: Hazard = {
  settings: (random) => ({
    maxConcurrentUploads: 1 + random.below(3),
    hostPerSecond: null,
    maxFiles: null,
    accept: "",
  }),
  items: (context) => {
    const { random } = context;
    const items: Item[] = [];
    if (random.next() < 0.3) {
      const busy = { name: "status", status: 503, retryAfter: random.pick(["20", "600"]) } as const;
      items.push(fault("put", 1, { times: 2 }, busy), fault("patch", 1, { times: 2 }, busy));
      items.push(command(1, soon(context, 60), { name: random.pick(["cancel", "pause"]), upload: null }));
      return items;
    }
    for (let count = 1 + random.below(2); count > 0; count -= 1) {
      const op = random.pick<Op>(["create", "create", "complete", "cancel", "cancel", "retrieve"]);
      const retryAfter = random.pick(["3", "20", "600", "1200", "86400", "3000000"]);
      const lasts = random.pick<FaultItem["lasts"]>([{ times: 1 }, { times: 2 }, { ms: 60_000 }]);
      items.push(fault(op, 1 + random.below(3), lasts, { name: "status", status: 429, retryAfter }));
    }
    for (let count = 1 + random.below(4); count > 0; count -= 1) {
      const when =
        random.next() < 0.5 ? soon(context, 60) : near(random, random.pick<Op>(["create", "complete", "sleep"]));
      const given = random.pick<Command>([
        { name: "retry", upload: null },
        { name: "cancel", upload: random.below(3) },
        { name: "cancel", upload: null },
        { name: "remove", upload: random.below(3) },
        { name: "add", files: [0] },
      ]);
      items.push(command(1, when, given));
    }
    return items;
  },
};

/** The page ends, or its user removes the upload, while the answer to complete is lost or late. */
export const lastAnswer: Hazard = {
  settings: () => ({ maxFiles: null, accept: "" }),
  items: ({ random }) => {
    const effect = random.pick<Effect>([
      { name: "lost-answer" },
      { name: "lost-answer" },
      { name: "hang" },
      { name: "not-json" },
      { name: "slow", ms: 20_000 },
      { name: "status", status: random.pick([500, 503, 404, 409, 422, 401]) },
    ]);
    const lasts = random.pick<FaultItem["lasts"]>([{ times: 1 }, { times: 3 }, { ms: 60_000 }]);
    const items: Item[] = [fault("complete", 1, lasts, effect)];
    if (random.next() < 0.7) {
      const silent = random.pick<Effect>([{ name: "lost-request" }, { name: "hang" }, { name: "status", status: 500 }]);
      items.push(fault("retrieve", 1, { times: 1 + random.below(4) }, silent));
    }
    for (let count = 1 + random.below(3); count > 0; count -= 1) {
      const when = near(random, random.pick<Op>(["complete", "complete", "retrieve", "sleep", "cancel"]));
      const given = random.pick<Command>([
        { name: "dispose" },
        { name: "remove", upload: random.below(2) },
        { name: "remove", upload: 0 },
        { name: "cancel", upload: null },
        { name: "clear" },
        { name: "restore", back: 0 },
      ]);
      items.push(command(1, when, given));
    }
    return items;
  },
};

/** The line stops in the middle of a large file, or becomes much slower. */
export const standstill: Hazard = {
  hasLongFiles: true,
  settings: (random) => ({
    progressMs: random.pick([200, 300, 1_000]),
    lineRate: random.pick([20_000, 200_000]),
    chunkBytes: null,
    expiresMs: null,
    maxFiles: null,
    accept: "",
  }),
  items: ({ random, settings }) => {
    const atMs = 1_000 + random.below(9_000);
    const rate = random.pick([0, 0, 0.05]) * settings.lineRate;
    const backMs = atMs + 11_000 + random.below(20_000);
    return [
      { kind: "world", when: { atMs }, event: { name: "line", rate } },
      { kind: "world", when: { atMs: backMs }, event: { name: "line", rate: settings.lineRate } },
    ];
  },
};

/** Bytes are damaged on their way, at a host that keeps those of a session that it replaces. */
export const damage: Hazard = {
  settings: (random) => ({
    ...RESUMABLE,
    keepsBytes: random.pick(["same-url", "new-url"]),
    maxFiles: null,
    accept: "",
  }),
  items: ({ random }) => [fault("patch", 1 + random.below(3), { times: 1 + random.below(3) }, { name: "corrupt" })],
};

/** Sessions end while storage keeps failing. */
export const endless: Hazard = {
  settings: () => ({ expiresMs: 40_000, transports: "all", maxFiles: null, accept: "" }),
  items: ({ random }) => {
    const effect = random.pick<Effect>([
      { name: "lost-answer" },
      { name: "lost-request" },
      { name: "cut", share: 0 },
      { name: "status", status: random.pick([500, 503, 403]) },
    ]);
    const lasts: FaultItem["lasts"] = random.next() < 0.6 ? "ever" : { ms: 600_000 };
    return (["put", "patch"] as const).map((op) => fault(op, 1, lasts, effect));
  },
};
