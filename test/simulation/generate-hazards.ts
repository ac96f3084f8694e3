import type { Random } from "../fuzz/random.ts";
import type { ItemContext } from "./generate.ts";
import { makeStory } from "./generate-stories.ts";
import type { Command, Effect, FaultItem, Item, Moment, Op, Settings } from "./scenario.ts";

/**
 * Hazard: a situation in which engines of this kind go wrong, with the settings that it needs. Chance alone brings most of them
 * about once in thousands of worlds.
 */
export interface Hazard {
  /** Files take about half a minute. Default false. */
  readonly hasLongFiles?: boolean;
  settings(random: Random): Partial<Settings>;
  items(context: ItemContext): Item[];
}

const RESUMABLE = { transfer: "tus", transports: "all", expiresMs: null } as const;

const fault = (op: Op, nth: number, lasts: FaultItem["lasts"], effect: Effect): FaultItem => ({
  kind: "fault",
  op,
  nth,
  lasts,
  effect,
});
const command = (tab: number, when: Moment, given: Command): Item => ({ kind: "command", tab, when, command: given });

/** Some microtasks after one of the first calls of an operation. */
function near(random: Random, op: Op, most = 3): Moment {
  return { op, nth: 1 + random.below(most), phase: random.pick(["asked", "answered"]), ticks: 1 + random.below(13) };
}

function soon({ random, settings }: ItemContext, events = 30): Moment {
  return { atMs: Math.floor(random.next() * settings.progressMs * events) };
}

/** The host wants to be left alone: for seconds, for minutes, for weeks. */
const silence: Hazard = {
  settings: (random) => ({
    maxConcurrentUploads: 1 + random.below(3),
    hostPerSecond: null,
    maxFiles: null,
    accept: "",
  }),
  items: (context) => {
    const { random } = context;
    const items: Item[] = [];
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
const lastAnswer: Hazard = {
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

/** Two tabs want the same interrupted upload, and store and locks take their time. */
const handOver: Hazard = {
  settings: (random) => ({
    ...RESUMABLE,
    tabs: 2 + random.below(2),
    lockless: false,
    recovery: true,
    autoStart: true,
    context: "none",
    maxFiles: null,
    accept: "",
  }),
  items: (context) => {
    const { random } = context;
    const items: Item[] = [];
    for (let count = 1 + random.below(2); count > 0; count -= 1) {
      const op = random.pick<Op>(["forget", "forget", "lock", "lock", "list", "look"]);
      items.push(fault(op, 1 + random.below(4), { times: 1 + random.below(4) }, { name: "slow", ms: 2_000 }));
    }
    const breakMs = Math.floor(random.next() * context.settings.progressMs * 10);
    if (random.next() < 0.4) items.push({ kind: "world", when: { atMs: breakMs }, event: { name: "reload", tab: 1 } });
    for (let count = 3 + random.below(4); count > 0; count -= 1) {
      const when =
        random.next() < 0.35
          ? { atMs: breakMs + random.below(3_000) }
          : near(random, random.pick<Op>(["lock", "list", "forget", "md5", "cancel"]), 5);
      const given = random.pick<Command>([
        { name: "add", files: [0] },
        { name: "add", files: [0] },
        { name: "cancel", upload: 0 },
        { name: "remove", upload: 0 },
        { name: "findInterrupted" },
        { name: "resumeInterrupted", index: 0 },
        { name: "discardInterrupted", index: 0 },
      ]);
      items.push(command(1 + random.below(context.settings.tabs), when, given));
    }
    return items;
  },
};

/** A file changes between a reload and its return. */
const changedFile: Hazard = {
  settings: () => ({ ...RESUMABLE, recovery: true, autoStart: true, context: "none", maxFiles: null, accept: "" }),
  items: (context) => {
    const { random, settings } = context;
    const breakMs = 300 + Math.floor(random.next() * settings.progressMs * 12);
    const name = random.pick<"change" | "rewrite" | "grow">(["change", "rewrite", "rewrite", "grow"]);
    const items: Item[] = [
      { kind: "world", when: { atMs: breakMs }, event: { name: "reload", tab: 1 } },
      { kind: "world", when: { atMs: breakMs + 1 }, event: { name, file: 0 } },
      command(1, { atMs: breakMs + 100 + random.below(300) }, { name: "findInterrupted" }),
    ];
    const given = random.pick<Command>([
      { name: "add", files: [0] },
      { name: "resumeInterrupted", index: 0 },
    ]);
    items.push(command(1, { atMs: breakMs + 600 + random.below(2_000) }, given));
    return items;
  },
};

/** The line stops in the middle of a large file, or becomes much slower. */
const standstill: Hazard = {
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

/** The same content again: in the same list, in another tab, after a reload. */
const again: Hazard = {
  settings: (random) => ({ memory: true, recovery: random.next() < 0.9, maxFiles: null, accept: "" }),
  items: (context) => {
    const { random, settings } = context;
    const items: Item[] = [];
    for (let count = 1 + random.below(3); count > 0; count -= 1) {
      const tab = 1 + random.below(settings.tabs);
      const when =
        random.next() < 0.5 ? near(random, "complete") : near(random, random.pick<Op>(["remember", "recall"]));
      items.push(command(tab, when, { name: "add", files: [0] }));
    }
    if (random.next() < 0.3)
      items.push({ kind: "world", when: near(random, "remember"), event: { name: "reload", tab: 1 } });
    if (random.next() < 0.2) {
      items.push({ kind: "world", when: near(random, "remember"), event: { name: "rewrite", file: 0 } });
    }
    if (random.next() < 0.5) {
      const effect = random.pick<Effect>([{ name: "reject" }, { name: "slow", ms: 2_000 }]);
      const lasts = random.pick<FaultItem["lasts"]>([{ times: 1 }, { times: 3 }, "ever"]);
      items.push(fault(random.pick<Op>(["recall", "remember"]), 1 + random.below(3), lasts, effect));
    }
    for (let count = random.below(4); count > 0; count -= 1) {
      const given = random.pick<Command>([
        { name: "resume", upload: random.below(3) },
        { name: "resume", upload: null },
        { name: "pause", upload: random.below(3) },
        { name: "remove", upload: random.below(3) },
        { name: "cancel", upload: random.below(3) },
      ]);
      const when = random.next() < 0.5 ? near(random, random.pick<Op>(["recall", "md5"]), 6) : soon(context, 60);
      items.push(command(1, when, given));
    }
    return items;
  },
};

/** The hasher fails, is silent or is late, for the samples of a file or for all of it. */
const hasher: Hazard = {
  settings: (random) => ({ memory: random.next() < 0.5, recovery: true, maxFiles: null, accept: "" }),
  items: (context) => {
    const { random } = context;
    const effect = random.pick<Effect>([
      { name: "hang" },
      { name: "hang" },
      { name: "unreadable" },
      { name: "broken" },
      { name: "wrong" },
      { name: "slow", ms: 90_000 },
    ]);
    const lasts = random.pick<FaultItem["lasts"]>([{ times: 1 }, { times: 1 }, { times: 3 }, "ever"]);
    const items: Item[] = random.next() < 0.6 ? makeStory(context) : [];
    items.push(fault("md5", 1 + random.below(4), lasts, effect));
    if (random.next() < 0.4) items.push(command(1, near(random, "md5"), { name: "pause", upload: null }));
    if (random.next() < 0.4) items.push(command(1, soon(context, 60), { name: "retry", upload: null }));
    if (random.next() < 0.3) items.push(command(1, near(random, "md5"), { name: "cancel", upload: 0 }));
    return items;
  },
};

/** Bytes are damaged on their way, at a host that keeps those of a session that it replaces. */
const damage: Hazard = {
  settings: (random) => ({
    ...RESUMABLE,
    keepsBytes: random.pick(["same-url", "new-url"]),
    maxFiles: null,
    accept: "",
  }),
  items: ({ random }) => [fault("patch", 1 + random.below(3), { times: 1 + random.below(3) }, { name: "corrupt" })],
};

/** Sessions end while storage keeps failing. */
const endless: Hazard = {
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

export const HAZARDS: readonly [Hazard, ...Hazard[]] = [
  silence,
  lastAnswer,
  handOver,
  changedFile,
  standstill,
  again,
  hasher,
  damage,
  endless,
];
