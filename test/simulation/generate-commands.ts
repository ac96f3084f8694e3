import { ACCEPTS } from "./accepts.ts";
import type { ItemContext } from "./generate.ts";
import type { Command } from "./scenario.ts";

type Maker = (context: ItemContext) => Command;

const one = ({ random }: ItemContext): number => random.below(6);
const oneOrAll = ({ random }: ItemContext): number | null => (random.next() < 0.3 ? null : random.below(6));
const about =
  (name: "pause" | "resume" | "retry" | "cancel"): Maker =>
  (context) => ({ name, upload: oneOrAll(context) });

const add: Maker = ({ random, files }) => ({
  name: "add",
  files: Array.from({ length: 1 + random.below(2) }, () => random.below(files)),
});

const configure: Maker = ({ random }) => {
  const kind = random.below(9);
  if (kind === 8) return { name: "configure", holdSuspicious: random.next() < 0.5 };
  if (kind === 7) return { name: "configure", recovery: random.next() < 0.5 };
  if (kind === 6) return { name: "configure", maxFileBytes: random.pick([0, 100, 1_000_000]) };
  if (kind === 5) return { name: "configure", accept: random.pick(ACCEPTS) };
  if (kind === 4) return { name: "configure", context: random.below(2) };
  if (kind === 3) return { name: "configure", purpose: random.pick([null, "meeting_transcript"]) };
  if (kind === 0) return { name: "configure", maxConcurrentUploads: 1 + random.below(4) };
  if (kind === 1) return { name: "configure", autoStart: random.next() < 0.7 };
  return { name: "configure", maxFiles: random.pick([null, 1, 3]) };
};

/** Makers of commands, each as often as its share of a user's clicks. */
export const COMMAND_MAKERS: readonly [Maker, ...Maker[]] = [
  add,
  add,
  about("pause"),
  about("pause"),
  about("resume"),
  about("resume"),
  about("retry"),
  about("retry"),
  about("cancel"),
  about("cancel"),
  (context) => ({ name: "remove", upload: one(context) }),
  (context) => ({ name: "remove", upload: one(context) }),
  ({ random }) => ({ name: "restore", back: random.below(3) }),
  () => ({ name: "start" }),
  () => ({ name: "clear" }),
  ({ random }) => (random.next() < 0.3 ? { name: "dispose" } : { name: "clear" }),
  () => ({ name: "findInterrupted" }),
  ({ random }) => ({ name: "resumeInterrupted", index: random.below(3) }),
  ({ random }) => ({ name: "resumeInterrupted", index: random.below(3) }),
  ({ random }) => ({ name: "discardInterrupted", index: random.below(3) }),
  configure,
];
