import { html, nothing, type TemplateResult } from "lit";
import type { QueueSnapshot } from "../../engine/snapshot.ts";
import { idsToPause, isWorthPausing } from "../pausable.ts";
import type { View } from "./view.ts";

export interface SummaryCommands {
  start(): void;
  pause(id: string): void;
  resume(): void;
  cancel(): void;
  retry(): void;
  clear(): void;
}

export interface SummaryView extends View {
  readonly commands: SummaryCommands;
  /** Nothing starts before the user says so. */
  readonly manualStart: boolean;
  /** None but the files that failed are on the list. */
  readonly onlyFailed: boolean;
  /** Turns that on or off. */
  filter(): void;
}

/** Of so few files, the failed ones are seen at once. */
const FEW = 5;

/** The whole queue in one line, with what can be done to all of it. */
export function summary(queue: QueueSnapshot, view: SummaryView): TemplateResult | typeof nothing {
  const { counts, uploads } = queue;
  const { messages, formats, commands } = view;
  const startable = view.manualStart && counts.queued > 0;
  if (uploads.length < 2 && !startable) return nothing;

  const total = uploads.length - counts.cancelled;
  const running = counts.active + counts.waiting;
  const over = counts.succeeded + counts.failed + counts.cancelled;
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
      ${over > 0 ? textButton(messages.clear, () => commands.clear()) : nothing}
      ${over < uploads.length && uploads.some(({ canCancel }) => canCancel) ? textButton(messages.cancelAll, () => commands.cancel()) : nothing}
    </div>
    ${running > 0 ? overallProgress(queue, view) : nothing}
  </div>`;
}

/**
 * The first turns into the other when nothing is left to pause, so that the focus stays; when the other goes, the focus
 * finds the first, and none of the buttons beside them, where the next press of the key would do damage.
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
