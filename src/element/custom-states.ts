import type { QueueSnapshot } from "../engine/snapshot.ts";
import type { DragVerdict } from "./drop.ts";

/** The element's `:state()`s that are on. */
export function customStates(
  { uploads, counts }: QueueSnapshot,
  restored: number,
  verdict: DragVerdict | null,
): ReadonlySet<string> {
  const running = counts.active + counts.waiting;
  const on = new Set<string>();
  if (verdict) on.add("dragging").add(`drag-${verdict}`);
  on.add(uploads.length + restored > 0 ? "has-files" : "empty");
  if (running > 0) on.add("uploading");
  if (counts.failed > 0) on.add("has-errors");
  if (counts.succeeded + restored > 0 && running + counts.queued + counts.paused + counts.failed === 0)
    on.add("complete");
  return on;
}

/** Changes only what differs: every change of a state restyles the page's rules that ask for it. */
export function applyStates(states: CustomStateSet, on: ReadonlySet<string>): void {
  for (const name of [...states]) if (!on.has(name)) states.delete(name);
  for (const name of on) states.add(name);
}
