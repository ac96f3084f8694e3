import type { QueueSnapshot } from "../engine/snapshot.ts";
import type { DragVerdict } from "./intake/drop.ts";

/** Names of the custom states (`:state()`) that the element is in. */
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
