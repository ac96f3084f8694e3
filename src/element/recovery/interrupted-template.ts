import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { InterruptedUpload } from "../../engine/snapshot.ts";
import { fileSign } from "../../ui/file-icons.ts";
import { quotedName } from "../../ui/file-names.ts";
import { nameLine } from "../../ui/name-line.ts";
import { exactTime, relativeTime } from "../../ui/relative-time.ts";
import { spoken } from "../../ui/spoken.ts";
import { RESUME } from "../../ui/upload-icons.ts";
import type { View } from "../words/view.ts";

export interface InterruptedView extends View {
  readonly nowMs: number;
  /** Whether the list accepts no more files. */
  readonly full: boolean;
  /** Whether the browser could not open the file. */
  hasFailed(id: string): boolean;
  resume(id: string): void;
  /** Opens the picker: the same file resumes its upload. */
  choose(): void;
  discard(id: string): void;
}

/** Section of uploads that an earlier visit left unfinished, each with its button or instructions to resume it. */
export function interruptedUploads(uploads: readonly InterruptedUpload[], view: InterruptedView): TemplateResult {
  return html`<div class="card interrupted" part="interrupted" role="group" aria-labelledby="interrupted">
    <div class="interrupted-title" part="interrupted-title" id="interrupted">${view.messages.interrupted}</div>
    <ul class="list" role="list">
      ${repeat(
        uploads,
        ({ id }) => id,
        (upload) => entry(upload, view),
      )}
    </ul>
  </div>`;
}

function entry(upload: InterruptedUpload, view: InterruptedView): TemplateResult {
  const { id, name, savedAt } = upload;
  const { messages, formats, nowMs } = view;
  const { language } = formats;
  const failed = view.hasFailed(id);
  return html`<li class="row" part="interrupted-file" data-row=${id}>
    <span class="file-icon" part="file-icon">${fileSign(name, upload.mimeType)}</span>
    <div class="words">
      ${nameLine(name)}
      <div class="meta" part="meta">
        <span class="status" part="status">${howMuch(upload, view)}</span><time class="figure" part="figure" datetime=${new Date(savedAt).toISOString()} title=${exactTime(savedAt, language)}>${relativeTime(savedAt, nowMs, language)}</time>
      </div>
      ${failed || !upload.reopenable ? html`<div class="note" part="note">${failed ? messages.notReopened : messages.addAgain}</div>` : nothing}
    </div>
    <div class="actions">
      ${failed || !upload.reopenable ? chooseButton(upload, view) : resumeButton(upload, view)}
      <button type="button" class="text-button" part="discard-button" data-final aria-label=${spoken(messages.discard(quotedName(name)))} @click=${() => view.discard(id)}>${messages.discardVisible}</button>
    </div>
  </li>`;
}

function howMuch({ confirmedBytes, sizeBytes }: InterruptedUpload, { messages, formats }: View): string {
  const size = formats.size(sizeBytes);
  return confirmedBytes > 0 ? messages.safe(formats.size(confirmedBytes), size) : size;
}

function resumeButton({ id, name }: InterruptedUpload, view: InterruptedView): TemplateResult {
  const { messages, full } = view;
  return html`<button
    type="button"
    class="retry"
    part="resume-button"
    aria-label=${spoken(messages.resume(quotedName(name)))}
    aria-disabled=${full ? "true" : nothing}
    @click=${() => (full ? undefined : view.resume(id))}
  >${RESUME}<span>${messages.resumeVisible}</span></button>`;
}

function chooseButton({ name }: InterruptedUpload, { messages, full, choose }: InterruptedView): TemplateResult {
  return html`<button
    type="button"
    class="retry"
    part="choose-button"
    aria-label=${spoken(messages.about(quotedName(name), messages.chooseVisible))}
    aria-disabled=${full ? "true" : nothing}
    @click=${() => (full ? undefined : choose())}
  ><span>${messages.chooseVisible}</span></button>`;
}
