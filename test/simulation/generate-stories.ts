import type { ItemContext } from "./generate.ts";
import type { Command, Item, Moment } from "./scenario.ts";

/**
 * Items that belong together and that chance alone would seldom bring about: a tab ends in the middle of an upload, and
 * it, or another tab, finds what was left.
 */
export function makeStory(context: ItemContext): Item[] {
  const { random, settings } = context;
  // Within the time that the first files take.
  const breakMs = Math.floor(random.next() * settings.progressMs * 30);
  const place = 1 + random.below(settings.tabs);
  const items: Item[] = [{ kind: "world", when: { atMs: breakMs }, event: { name: "reload", tab: 1 } }];
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const tab = random.next() < 0.6 ? place : 1 + random.below(settings.tabs);
    const when = momentAfter(context, breakMs);
    if (tab !== 1 || random.next() < 0.3) {
      items.push({
        kind: "command",
        tab,
        when: { atMs: breakMs + 10 + random.below(200) },
        command: { name: "findInterrupted" },
      });
    }
    items.push({ kind: "command", tab, when, command: commandFor(context) });
  }
  if (random.next() < 0.25) {
    const name = random.pick<"change" | "grow" | "rewrite" | "vanish">(["change", "grow", "rewrite", "vanish"]);
    items.push({ kind: "world", when: { atMs: breakMs + 1 + random.below(20) }, event: { name, file: 0 } });
  }
  if (random.next() < 0.25) items.push(...twoClicks(context, breakMs, place));
  if (random.next() < 0.2)
    items.push({ kind: "world", when: momentAfter(context, breakMs), event: { name: "reload", tab: place } });
  return items;
}

/** Two clicks on one row of the interrupted uploads, or one during which the page disposes of the uploader. */
function twoClicks({ random }: ItemContext, breakMs: number, tab: number): Item[] {
  const atMs = breakMs + 300 + random.below(300);
  const command = { name: "resumeInterrupted", index: 0 } as const;
  return [
    { kind: "command", tab, when: { atMs: atMs - 250 }, command: { name: "findInterrupted" } },
    { kind: "command", tab, when: { atMs }, command },
    random.next() < 0.2
      ? { kind: "command", tab, when: { atMs: atMs + random.below(20) }, command: { name: "dispose" } }
      : { kind: "command", tab, when: { atMs: atMs + random.below(200) }, command },
  ];
}

function momentAfter({ random }: ItemContext, breakMs: number): Moment {
  if (random.next() < 0.6) return { atMs: breakMs + random.below(random.pick([60, 400, 4_000, 60_000, 400_000])) };
  return {
    op: random.pick(["list", "lock", "look", "md5", "head", "reopen", "forget", "cancel"]),
    nth: 1 + random.below(6),
    phase: random.pick(["asked", "answered"]),
    ticks: 1 + random.below(13),
  };
}

function commandFor({ random, files }: ItemContext): Command {
  switch (random.below(5)) {
    case 0:
    case 1:
      return { name: "add", files: Array.from({ length: files }, (_, index) => index) };
    case 2:
    case 3:
      return { name: "resumeInterrupted", index: random.below(2) };
    default:
      return { name: "discardInterrupted", index: random.below(2) };
  }
}
