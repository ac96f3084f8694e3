import type { ItemContext } from "../generate.ts";
import { makeStory } from "../generate-stories.ts";
import type { Command, Effect, FaultItem, Item, Op } from "../scenario.ts";
import { command, fault, type Hazard, near, RESUMABLE, soon } from "./hazard.ts";

/** Two tabs want the same interrupted upload, and store and locks take their time. */
export const handOver: Hazard = {
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
    if (random.next() < 0.4) return endsBeforeTheLock(context);
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

/** A tab has found the upload of another one, which ends it while the lock is asked for. */
function endsBeforeTheLock(context: ItemContext): Item[] {
  const { random, settings } = context;
  const nth = 2 + random.below(4);
  const atMs = 200 + random.below(settings.progressMs * 6);
  return [
    fault("lock", nth, { times: 1 + random.below(2) }, { name: "slow", ms: 2_000 }),
    command(2, { atMs }, { name: "add", files: Array.from({ length: context.files }, (_, index) => index) }),
    command(1, { op: "lock", nth, phase: "asked", ticks: 1 + random.below(13) }, { name: "cancel", upload: null }),
  ];
}

/** A file changes between a reload and its return. */
export const changedFile: Hazard = {
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

/** The same content again: in the same list, in another tab, after a reload. */
export const again: Hazard = {
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
export const hasher: Hazard = {
  settings: (random) => ({
    memory: random.next() < 0.5,
    recovery: true,
    maxFiles: null,
    accept: "",
    ...(random.next() < 0.4 && { ...RESUMABLE, autoStart: true, context: "none" as const }),
  }),
  items: (context) => {
    const { random } = context;
    if (context.settings.transfer === "tus" && random.next() < 0.6) {
      return random.next() < 0.7 ? reopensUnread(context) : completesUnread(context);
    }
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

/** An interrupted upload whose file is opened again, and cannot be read then. */
function reopensUnread(context: ItemContext): Item[] {
  const { random, settings } = context;
  const breakMs = 300 + Math.floor(random.next() * settings.progressMs * 12);
  const effect = random.pick<Effect>([{ name: "unreadable" }, { name: "unreadable" }, { name: "broken" }]);
  return [
    { kind: "world", when: { atMs: breakMs }, event: { name: "reload", tab: 1 } },
    command(1, { atMs: breakMs + 100 + random.below(300) }, { name: "findInterrupted" }),
    command(1, { atMs: breakMs + 600 + random.below(2_000) }, { name: "resumeInterrupted", index: 0 }),
    fault("md5", 2 + random.below(5), { times: 1 + random.below(4) }, effect),
  ];
}

/** An upload that is continued proves to be complete, while its file cannot be read. */
function completesUnread(context: ItemContext): Item[] {
  const { random } = context;
  // One of each file and of its samples, and then the samples again.
  const nth = 2 * context.files + 1 + random.below(2);
  return [
    fault("complete", 1, { times: 1 }, { name: "lost-answer" }),
    fault("retrieve", 1, { times: 1 }, { name: "hang" }),
    { kind: "world", when: near(random, "retrieve", 1), event: { name: "reload", tab: 1 } },
    command(1, near(random, "list", 6), { name: "add", files: [0] }),
    fault("md5", nth, "ever", { name: "hang" }),
    fault("head", 1, "ever", { name: "status", status: random.pick([401, 404, 410]) }),
  ];
}
