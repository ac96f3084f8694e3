import { html, nothing, type TemplateResult } from "lit";
import type { QueueSnapshot } from "../../engine/snapshot.ts";
import type { UploadStatus } from "../../engine/upload/upload-state.ts";
import type { View } from "../words/view.ts";
import { idsToPause, isWorthPausing } from "./pausable.ts";

export interface SummaryCommands {
  start(): void;
  pause(id: string): void;
  resume(): void;
  cancel(): void;
  retry(): void;
}

export interface SummaryView extends View {
  readonly commands: SummaryCommands;
  /** Whether uploads start only when the user presses a button. */
  readonly manualStart: boolean;
  /** Whether completed files are part of a form: then they stay on the list until the user removes each. */
  readonly isSubmitted: boolean;
  /** Removes finished uploads of these statuses. */
  clear(statuses: readonly UploadStatus[]): void;
  /** Whether the list shows only failed files. */
  readonly onlyFailed: boolean;
  /** Toggles the filter for failed files. */
  filter(): void;
}

/** Number of files up to which the filter for failed files is not offered. */
const FEW = 5;

/** Summary of the whole queue in one line, with the buttons for all files. */
export function summary(queue: QueueSnapshot, view: SummaryView): TemplateResult | typeof nothing {
  const { counts, uploads } = queue;
  const { messages, formats, commands } = view;
  const startable = view.manualStart && counts.queued > 0;
  if (uploads.length < 2 && !startable) return nothing;

  const total = uploads.length - counts.cancelled;
  const running = counts.active + counts.waiting;
  const over = counts.succeeded + counts.failed + counts.cancelled;
  // Failed files are not finished: the user still has to retry or remove them.
  const finished: readonly UploadStatus[] = view.isSubmitted ? ["cancelled"] : ["cancelled", "succeeded"];
  const figures = [];
  if (running > 0) {
    figures.push(messages.sentOfTotal(formats.size(queue.sentBytes), formats.size(queue.totalBytes)));
  } else if (total > 0 && counts.failed === 0) figures.push(formats.size(queue.totalBytes));
  if (running > 0 && queue.remainingMs !== null) {
    figures.push(messages.timeLeft(formats.duration(queue.remainingMs)));
  }
  return html`<div class="summary">
    <div class="summary-words">
      <span class="summary-title">${messages.summary(counts.succeeded, total, formats)}</span>
      <span class="meta">${counts.failed > 0 ? html`<span class="figure failed-count">${messages.summaryFailed(counts.failed, formats)}</span>` : nothing}${figures.map(
        (figure) => html`<span class="figure">${figure}</span>`,
      )}</span>
    </div>
    <div class="summary-actions">
      ${startable ? textButton(messages.start, () => commands.start()) : nothing}
      <div class="pause-all" data-row="pause-all">${pauseButtons(queue, view)}</div>
      ${counts.failed > 0 && uploads.length > FEW ? onlyFailedButton(view) : nothing}
      ${counts.failed > 0 ? textButton(messages.retryAll, () => commands.retry()) : nothing}
      ${finished.some((status) => counts[status] > 0) ? textButton(messages.clear, () => view.clear(finished)) : nothing}
      ${over < uploads.length && uploads.some(({ canCancel }) => canCancel) ? textButton(messages.cancelAll, () => commands.cancel()) : nothing}
    </div>
    ${running > 0 ? overallProgress(queue, view) : nothing}
  </div>`;
}

/**
 * Buttons "Pause all" and "Resume all". They share a focus row: when one disappears, the focus moves to the other, and not
 * to a button beside them, where the next key press would do damage.
 */
function pauseButtons({ uploads, counts }: QueueSnapshot, view: SummaryView): readonly TemplateResult[] {
  const { messages, commands } = view;
  const buttons = [];
  if (isWorthPausing(uploads)) {
    buttons.push(
      textButton(messages.pauseAll, () => {
        for (const id of idsToPause(uploads)) commands.pause(id);
      }),
    );
  }
  if (counts.paused > 0) {
    buttons.push(textButton(messages.resumeAll, () => commands.resume()));
  }
  return buttons;
}

function overallProgress({ sentBytes, totalBytes }: QueueSnapshot, { messages, formats }: View): TemplateResult {
  const fraction = totalBytes > 0 ? Math.min(1, sentBytes / totalBytes) : 0;
  return html`<div
    class="progress overall"
    role="progressbar"
    aria-label=${messages.overall}
    aria-valuemin="0"
    aria-valuemax="100"
    aria-valuenow=${Math.floor(fraction * 100 + 1e-9)}
    aria-valuetext=${formats.percent(fraction)}
  ><div class="bar" .style=${`inline-size:${fraction * 100}%`}></div></div>`;
}

function onlyFailedButton({ messages, onlyFailed, filter }: SummaryView): TemplateResult {
  return html`<button type="button" class="text-button" aria-pressed=${onlyFailed} @click=${filter}>${messages.onlyFailed}</button>`;
}

function textButton(label: string, act: () => void): TemplateResult {
  return html`<button type="button" class="text-button" @click=${act}>${label}</button>`;
}
