import type { Violation } from "./model/judge.ts";
import type { CreateRelay } from "./model/world.ts";
import { simulate } from "./simulate.ts";
import type { Plan, Step } from "./steps.ts";

/** More operations than any of these plans has in one process. */
const MOST_EVENTS = 400;

/** Long enough for the step before to end. */
const SETTLED_MS = 3000;

const open: Step = { afterMs: 0, kind: "open", upload: 0, at: 0, isReplacing: false };
const openNext: Step = { afterMs: SETTLED_MS, kind: "open", upload: 0, at: 0, isReplacing: true };
const half: Step = { afterMs: SETTLED_MS, kind: "patch", upload: 0, at: 0, share: 0.5, pieces: 2, end: "whole" };
const rest: Step = { afterMs: SETTLED_MS, kind: "patch", upload: 0, at: 0, share: 1, pieces: 2, end: "whole" };
const headElsewhere: Step = { afterMs: 50, kind: "head", upload: 0, at: 1, times: 3 };

/** Ordinary ways of an upload, by what happens. */
export const ORDINARY: Readonly<Record<string, readonly Step[]>> = {
  "an upload in two parts": [open, half, rest],
  "a new session that takes over half of the bytes": [open, half, openNext, rest],
  "a session that is opened again": [open, half, { ...openNext, isReplacing: false }, rest],
  "a session that is opened again with another address": [
    open,
    half,
    { ...openNext, isReplacing: false, isResigned: true },
    rest,
  ],
  "an upload that is cancelled half-way": [open, half, { afterMs: SETTLED_MS, kind: "delete", upload: 0, at: 0 }],
  "an upload that is cancelled while it is delivered": [open, rest, { afterMs: 30, kind: "forget", upload: 0, at: 0 }],
  "a delivery whose answer is lost": [
    open,
    { afterMs: 0, kind: "storage", manner: { kind: "lose answer" }, lasting: "once" },
    rest,
    headElsewhere,
  ],
  "a delivery that is asked about at the other instance": [open, rest, headElsewhere],
  "a clean-up after a delivery": [open, rest, { afterMs: 35 * 60_000, kind: "clean", at: 0 }],
};

export interface CrashReport {
  readonly crashes: number;
  readonly violations: readonly { readonly plan: Plan; readonly violation: Violation }[];
}

/** Runs the steps again and again, each time with a crash of the first instance one operation later. */
export async function crashEverywhere(
  steps: readonly Step[],
  seed: number,
  subject: CreateRelay,
): Promise<CrashReport> {
  const violations: { plan: Plan; violation: Violation }[] = [];
  let crashes = 0;
  for (let afterEvents = 1; afterEvents < MOST_EVENTS; afterEvents += 1) {
    const crash: Step = { afterMs: 0, kind: "crash", at: 0, afterEvents, downMs: 100 };
    const plan: Plan = { seed, uploads: 1, steps: [crash, ...steps] };
    const run = await simulate(plan, subject);
    if (run.violation) violations.push({ plan, violation: run.violation });
    if (run.crashes === 0) break;
    crashes += 1;
  }
  return { crashes, violations };
}
