import { Random } from "../fuzz/random.ts";
import { ACCEPTS } from "./accepts.ts";
import { COMMAND_MAKERS } from "./generate-commands.ts";
import { makeFault } from "./generate-faults.ts";
import { makeStory } from "./generate-stories.ts";
import { HAZARDS } from "./hazards/index.ts";
import type { FileSpec, Item, ListenerItem, Moment, Op, Scenario, Settings, WorldItem } from "./scenario.ts";

/** One seed of so many is about one hazard. */
const HAZARD_EVERY = 3;
/** Items of such a seed beside those of its hazard, at most. */
const MOST_BESIDE = 5;

/** Makes the scenario of a seed: settings, files, and what happens. */
export function generate(seed: number, most = 26): Scenario {
  const random = new Random(Math.imul(seed, 2_654_435_761) ^ 0x51ed270b);
  for (let skip = 0; skip < 3; skip += 1) random.next();
  const hazard = seed % HAZARD_EVERY === 0 ? random.pick(HAZARDS) : null;
  const settings = { ...makeSettings(random), ...hazard?.settings(random) };
  const files = Array.from({ length: 1 + random.below(5) }, (_, index) =>
    makeFile(random, index, settings, hazard?.hasLongFiles),
  );
  const horizonMs = random.pick([300, 2_000, 15_000, 60_000, 200_000]);
  const context: ItemContext = { random, settings, files: files.length, horizonMs };
  const items: Item[] = [];
  for (let tab = 1; tab <= settings.tabs; tab += 1) {
    const chosen =
      tab > 1 && random.next() < 0.4 ? [] : files.map((_, index) => index).filter(() => random.next() < 0.7);
    const adds = chosen.length > 0 ? chosen : tab === 1 ? [0] : [];
    if (adds.length > 0) {
      const atMs = tab === 1 ? 0 : random.below(horizonMs);
      items.push({ kind: "command", tab, when: { atMs }, command: { name: "add", files: adds } });
    }
  }
  if (hazard) items.push(...hazard.items(context));
  else if (random.next() < 0.3) items.push(...makeStory(context));
  const count = hazard ? items.length + random.below(MOST_BESIDE + 1) : Math.max(items.length, random.below(most));
  const shares = random.pick([
    { fault: 0.25, world: 0.45, listener: 0.55 },
    { fault: 0.6, world: 0.7, listener: 0.75 },
    { fault: 0.1, world: 0.2, listener: 0.5 },
    { fault: 0.2, world: 0.6, listener: 0.62 },
  ]);
  while (items.length < count) {
    const kind = random.next();
    if (kind < shares.fault) items.push(makeFault(random));
    else if (kind < shares.world) items.push(...makeWorld(context));
    else if (kind < shares.listener) items.push(makeListener(context));
    else {
      const command = random.pick(COMMAND_MAKERS)(context);
      items.push({ kind: "command", tab: tabOf(context), when: momentOf(context), command });
    }
  }
  return { seed, settings, files, items };
}

export interface ItemContext {
  readonly random: Random;
  readonly settings: Settings;
  readonly files: number;
  readonly horizonMs: number;
}

function makeSettings(random: Random): Settings {
  const maybe = (probability: number) => random.next() < probability;
  const lineRate = random.pick([2_000, 10_000, 50_000, 200_000, 200_000, 2_000_000]);
  const progressMs = random.pick([50, 200, 300, 1_000]);
  // A few progress events a chunk.
  const chunkBytes = (lineRate * progressMs * random.pick([2, 4, 9])) / 1_000;
  const tabs = random.pick([1, 1, 1, 1, 2, 2, 3]);
  return {
    tabs,
    // Without locks, several tabs may send one file: the server's check of the offset makes that harmless.
    lockless: tabs === 1 && maybe(0.05),
    maxConcurrentUploads: random.pick([1, 1, 2, 3, 3]),
    autoStart: !maybe(0.15),
    recovery: !maybe(0.12),
    memory: maybe(0.15),
    inspect: random.pick([false, false, false, true, null]),
    holdSuspicious: maybe(0.1),
    purpose: random.pick([null, null, "meeting_transcript"]),
    context: random.pick(["none", "none", "none", "value", "function", "throws", maybe(0.2) ? "circular" : "symbol"]),
    sparse: maybe(0.15),
    transports: maybe(0.94) ? "all" : maybe(0.8) ? "plain" : "tus-only",
    maxFiles: random.pick([null, null, null, null, 1, 2]),
    accept: random.pick(["", "", "", "", ...ACCEPTS]),
    transfer: random.pick(["put", "tus", "tus", "tus", "mixed", "mixed", maybe(0.1) ? "other" : "put"]),
    chunkBytes: maybe(0.5) ? null : chunkBytes,
    expiresMs: random.pick([null, null, 3_600_000, 300_000, 40_000]),
    hostLateMs: random.pick([0, 0, 0, 120_000]),
    tokens: maybe(0.5),
    ignoresKeys: maybe(0.05),
    keepsBytes: random.pick(["no", "same-url", "new-url"]),
    secondTime: random.pick(["same", "conflict"]),
    hostPerSecond: random.pick([null, null, null, null, 2, 5]),
    lineRate,
    progressMs,
    ending: random.pick(["clear", "clear", "dispose", "close"]),
    overlap: random.pick([0, 0.3, 0.7]),
  };
}

/** Kinds of files: most can be taken; a few break each rule for files. */
const TYPES = [
  "text/plain",
  "text/vtt",
  "application/json",
  "",
  "application/octet-stream",
  "audio/aac",
  "text/x-log",
] as const;
const ENDINGS = ["txt", "vtt", "json", "md", "bin"] as const;

function makeFile(random: Random, index: number, { lineRate, progressMs, sparse }: Settings, isLong = false): FileSpec {
  // So many bytes that a transfer takes up to forty progress events, and now and then many more.
  const events = random.next() < 0.06 || isLong ? 30_000 / progressMs : 1 + random.below(20);
  const sizeBytes = Math.min(49_000_000, Math.max(3, Math.round((lineRate * progressMs * events) / 1_000)));
  const odd = random.next();
  return {
    name:
      odd < 0.01
        ? ""
        : odd < 0.02
          ? `${"n".repeat(300)}.txt`
          : odd < 0.05
            ? `f${index}`
            : `f${index}.${random.pick(ENDINGS)}`,
    sizeBytes: odd > 0.98 ? random.pick([0, 1, sparse ? 3 : 60_000_000]) : sizeBytes,
    type: random.pick(TYPES),
    folder: random.pick(["", "", "", "folder", "deep/folder"]),
    handle: random.pick(["none", "now", "now", "later", "never"]),
  };
}

function tabOf({ random, settings }: ItemContext): number {
  return 1 + random.below(settings.tabs);
}

const TRIGGERS: readonly [Op, ...Op[]] = [
  "create",
  "create",
  "complete",
  "complete",
  "cancel",
  "retrieve",
  "put",
  "patch",
  "head",
  "delete",
  "md5",
  "list",
  "save",
  "forget",
  "reopen",
  "lock",
  "look",
  "inspect",
  "load",
  "sleep",
];

export function momentOf({ random, horizonMs }: ItemContext): Moment {
  if (random.next() < 0.5) return { atMs: Math.floor(random.next() ** 2 * horizonMs) };
  const op = random.pick(TRIGGERS);
  const phase = random.pick<"asked" | "answered">(["asked", "answered", "answered"]);
  // Only functions of the page, which may stand for the host, can give commands while they are called.
  const isPages = op === "create" || op === "complete" || op === "cancel" || op === "retrieve";
  const least = phase === "asked" && !isPages ? 1 : 0;
  return { op, nth: 1 + Math.floor(random.next() ** 2 * 5), phase, ticks: least + random.below(13) };
}

function makeWorld(context: ItemContext): WorldItem[] {
  const { random, files, horizonMs } = context;
  const when = momentOf(context);
  const later = { atMs: ("atMs" in when ? when.atMs : 0) + random.below(horizonMs) + 1 };
  const item = (event: WorldItem["event"], at: Moment = when): WorldItem => ({ kind: "world", when: at, event });
  const tab = tabOf(context);
  switch (random.below(8)) {
    case 0:
    case 1:
      return random.next() < 0.8
        ? [item({ name: "offline" }), item({ name: "online" }, later)]
        : [item({ name: "offline" })];
    case 2:
      return [item({ name: "sleep", ms: random.pick([5_000, 60_000, 3_600_000, 3_600_000, 8 * 86_400_000]) })];
    case 3:
      return random.next() < 0.8
        ? [item({ name: "freeze", tab }), item({ name: "thaw", tab }, later)]
        : [item({ name: "freeze", tab })];
    case 4:
      return [item({ name: "crash", tab })];
    case 5:
      return [item({ name: "reload", tab })];
    case 6:
      if (random.next() < 0.1) return [item({ name: "set-back", ms: random.pick([5_000, 3_600_000]) })];
      return [item({ name: random.pick(["change", "grow", "rewrite", "vanish"]), file: random.below(files) })];
    default: {
      const rate = random.pick([0, 0, 0.1, 0.5, 4]) * context.settings.lineRate;
      return rate === 0
        ? [item({ name: "line", rate }), item({ name: "line", rate: context.settings.lineRate }, later)]
        : [item({ name: "line", rate })];
    }
  }
}

function makeListener(context: ItemContext): ListenerItem {
  const { random } = context;
  const on = random.pick([
    "added",
    "started",
    "started",
    "progressed",
    "waiting",
    "paused",
    "resumed",
    "retried",
    "succeeded",
    "failed",
    "cancelled",
    "removed",
    "finished",
    "inspected",
    "rejected",
    "restored",
    "renewed",
    "change",
    "change",
  ]);
  const act = random.pick<ListenerItem["act"]>([
    "throw",
    "throw",
    "throw",
    "remove",
    "cancel",
    "pause",
    "resume",
    "retry",
    "clear",
    "pauseAll",
    "add",
    "restore",
    "throwNothing",
    "dawdle",
    random.next() < 0.3 ? "dispose" : "unlisten",
  ]);
  const nth = on === "change" ? 1 + random.below(20) : 1 + random.below(3);
  return { kind: "listener", tab: tabOf(context), on, nth, act };
}
