import { html, nothing, type TemplateResult } from "lit";
import type { QueueSnapshot } from "../../engine/snapshot.ts";
import type { UploadStatus } from "../../engine/upload/upload-state.ts";
import { DONE } from "../../ui/upload-icons.ts";
import type { View } from "../words/view.ts";
import { isDoubtful } from "./inspection.ts";
import { idsToPause, isWorthPausing } from "./pausable.ts";
import { remedyFor } from "./remedy.ts";

export interface SummaryCommands {
  start(): void;
  pause(id: string): void;
  resume(): void;
  cancel(): void;
  retry(id?: string): void;
  /** Removes finished uploads of these statuses. */
  clear(statuses: readonly UploadStatus[]): void;
}

export interface SummaryView extends View {
  readonly commands: SummaryCommands;
  /** Whether uploads start only when the user presses a button. */
  readonly manualStart: boolean;
  /** Whether completed files are part of a form: then they stay on the list until the user removes each. */
  readonly isSubmitted: boolean;
  /** Time left for all files, in words; null when there is no estimate. */
  readonly timeLeft: string | null;
  /** Whether the list shows only failed files. */
  readonly onlyFailed: boolean;
  /** Toggles the filter for failed files. */
  filter(): void;
}

/** Number of files up to which the filter for failed files is not offered. */
const FEW = 5;

/** Summary of the whole queue, with the buttons for all files. Its lines keep their number while files are uploaded. */
export function summary(queue: QueueSnapshot, view: SummaryView): TemplateResult | typeof nothing {
  const { counts, uploads } = queue;
  const { messages, formats } = view;
  const startable = view.manualStart && counts.queued > 0;
  if (uploads.length < 2 && !startable) return nothing;

  const total = uploads.length - counts.cancelled;
  const running = counts.active + counts.waiting;
  const doubtful = uploads.filter((one) => one.status === "succeeded" && isDoubtful(one)).length;
  const isDone = total > 0 && counts.succeeded === total && doubtful === 0;
  return html`<div class="summary ${isDone ? "all-done" : ""}" part="summary">
    <div class="summary-words">
      <span class="summary-title" part="summary-title">${isDone ? DONE : nothing}${messages.summary(counts.succeeded, total, formats)}</span>
      <span class="meta" part="summary-meta">${counts.failed > 0 ? html`<span class="figure failed-count" part="figure">${messages.summaryFailed(counts.failed, formats)}</span>` : nothing}${
        doubtful > 0
          ? html`<span class="figure doubt-count" part="figure">${messages.summaryToCheck(doubtful, formats)}</span>`
          : nothing
      }${figures(queue, view).map((figure) => html`<span class="figure" part="figure">${figure}</span>`)}</span>
    </div>
    <div class="summary-actions" part="summary-actions">${buttons(queue, view)}</div>
    ${running > 0 && queue.sentBytes > 0 ? overallProgress(queue, view) : nothing}
  </div>`;
}

function figures(queue: QueueSnapshot, { messages, formats, timeLeft }: SummaryView): readonly string[] {
  const { counts, totalBytes, sentBytes } = queue;
  if (counts.active + counts.waiting === 0 || sentBytes === 0)
    return counts.failed > 0 || totalBytes === 0 ? [] : [formats.size(totalBytes)];
  const sent = messages.sentOfTotal(formats.size(sentBytes), formats.size(totalBytes));
  if (queue.bytesPerSecond === 0) return [sent, messages.stalled];
  return timeLeft === null ? [sent] : [sent, timeLeft];
}

function buttons(queue: QueueSnapshot, view: SummaryView): TemplateResult {
  const { counts, uploads } = queue;
  const { messages, commands } = view;
  const startable = view.manualStart && counts.queued > 0;
  const retryable = uploads.filter((one) => remedyFor(one) === "retry");
  // Failed files are not finished: the user still has to retry or remove them.
  const finished: readonly UploadStatus[] = view.isSubmitted ? ["cancelled"] : ["cancelled", "succeeded"];
  // Nothing is lost with a file whose content was uploaded before.
  const hasAsked = uploads.some(({ uploadedBefore }) => uploadedBefore);
  const isClearable = queue.idle && (hasAsked || finished.some((status) => counts[status] > 0));
  const retry = () => {
    if (retryable.length === counts.failed) commands.retry();
    else for (const { id } of retryable) commands.retry(id);
  };
  return html`${startable ? textButton("start-button", messages.start, () => commands.start()) : nothing}
    <div class="pause-all" data-row="pause-all">${pauseButtons(queue, view)}</div>
    ${counts.failed > 0 && uploads.length > FEW ? onlyFailedButton(view) : nothing}
    ${retryable.length > 0 ? textButton("retry-all-button", messages.retryAll, retry) : nothing}
    ${isClearable ? textButton("clear-button", messages.clear, () => commands.clear(finished)) : nothing}
    ${uploads.some(({ canCancel }) => canCancel) ? textButton("cancel-all-button", messages.cancelAll, () => commands.cancel()) : nothing}`;
}

/**
 * Buttons "Pause all" and "Resume all". They share a focus row: when one disappears, the focus moves to the other, and not
 * to a button beside them, where the next key press would do damage.
 */
function pauseButtons({ uploads }: QueueSnapshot, view: SummaryView): readonly TemplateResult[] {
  const { messages, commands } = view;
  // Those that were uploaded before are asked about one by one.
  const hasPaused = uploads.some(({ canResume, uploadedBefore }) => canResume && !uploadedBefore);
  const buttons = [];
  if (isWorthPausing(uploads)) {
    buttons.push(
      textButton("pause-all-button", messages.pauseAll, () => {
        for (const id of idsToPause(uploads)) commands.pause(id);
      }),
    );
  }
  if (hasPaused) {
    buttons.push(textButton("resume-all-button", messages.resumeAll, () => commands.resume()));
  }
  return buttons;
}

function overallProgress({ sentBytes, totalBytes }: QueueSnapshot, { messages, formats }: View): TemplateResult {
  const fraction = totalBytes > 0 ? Math.min(1, sentBytes / totalBytes) : 0;
  return html`<div
    class="progress overall"
    part="overall-progress"
    role="progressbar"
    aria-label=${messages.overall}
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow=${Math.floor(fraction * 100 + 1e-9)}
    aria-valuetext=${formats.percent(fraction)}
  ><div class="bar" part="overall-progress-bar" .style=${`--_done:${fraction * 100}%`}></div></div>`;
}

function onlyFailedButton({ messages, onlyFailed, filter }: SummaryView): TemplateResult {
  return html`<button type="button" class="text-button" part="filter-button" aria-pressed=${onlyFailed} @click=${filter}>${messages.onlyFailed}</button>`;
}

function textButton(part: string, label: string, act: () => void): TemplateResult {
  return html`<button type="button" class="text-button" part=${part} @click=${act}>${label}</button>`;
}
