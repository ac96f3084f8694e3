import { html, nothing, type TemplateResult } from "lit";
import type { UploadError } from "../../engine/errors.ts";
import { ownersWords } from "../../engine/owners-words.ts";
import { RETRY } from "../../ui/file-icons.ts";
import { quotedName } from "../../ui/file-names.ts";
import { ALERT } from "../../ui/icons.ts";
import type { Wait } from "../loading/retry-while-busy.ts";
import { FOLDER } from "../table/status-icons.ts";
import type { FilesView } from "../words/view.ts";
import { problemOf } from "./problems.ts";

export function waitWords(wait: NonNullable<Wait>, { messages, formats, now }: FilesView): string {
  if (wait.reason === "offline") return messages.offline;
  const left = wait.until - now;
  return messages.busy(left > 0 ? formats.duration(left) : null);
}

/** Notice that the list could not be loaded. The previous page may still be shown below. */
export function listFailed(error: UploadError, view: FilesView, retry: () => void): TemplateResult {
  return alarm(view.messages.listFailed, error, view, retryButton(view, retry));
}

export function calm(words: unknown, end: unknown = nothing): TemplateResult {
  return html`<div class="notice calm" part="notice">${ALERT}<div class="notice-words" part="notice-text">${words}</div>${end}</div>`;
}

/** Text in place of an empty list. */
export function empty({ messages }: FilesView): TemplateResult {
  return html`<div class="empty" part="empty"><slot name="empty"><span class="file-icon">${FOLDER}</span>${messages.empty}</slot></div>`;
}

/** Placeholder as tall as the rows that are loading, so that they do not move the page. */
export function skeleton(): TemplateResult {
  const row = html`<div class="ghost"><span class="file-icon"></span><span class="ghost-line"></span></div>`;
  return html`<div class="skeleton" aria-hidden="true">${row}${row}${row}</div>`;
}

/** Notice about a failure, with the words of the page's owner if there are any. */
export function alarm(title: string, error: UploadError, { messages }: FilesView, end: unknown): TemplateResult {
  const words = ownersWords(error);
  return html`<div class="notice" part="notice error">
    ${ALERT}
    <div class="notice-words" part="notice-text">
      <div class="notice-title" part="notice-title">${title}</div>
      <div>${messages.problems[problemOf(error)]}</div>
      ${words ? html`<div class="detail" part="detail"><bdi>${messages.serverSaid(quotedName(words))}</bdi></div>` : nothing}
    </div>
    ${end}
  </div>`;
}

function retryButton({ messages }: FilesView, retry: () => void): TemplateResult {
  return html`<button type="button" class="retry" part="retry-button" @click=${retry}>${RETRY}${messages.tryAgain}</button>`;
}
