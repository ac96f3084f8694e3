import { html, nothing, type TemplateResult } from "lit";
import type { UploadError } from "../../engine/errors.ts";
import { ownersWords } from "../../engine/owners-words.ts";
import { RETRY } from "../../ui/file-icons.ts";
import { quotedName } from "../../ui/file-names.ts";
import { ALERT, CLOSE } from "../../ui/icons.ts";
import type { Wait } from "../loading/retry-while-busy.ts";
import { FOLDER } from "../table/status-icons.ts";
import type { FilesView } from "../words/view.ts";
import { problemOf } from "./problems.ts";

/** Notice about one file, shown until the next one or until the user dismisses it. */
export type FileNotice =
  | { readonly kind: "waiting"; readonly wait: NonNullable<Wait> }
  | {
      readonly kind: "failed";
      readonly action: "open" | "cancel";
      readonly filename: string;
      readonly error: UploadError;
    }
  | { readonly kind: "ready"; readonly filename: string; readonly url: string };

export function waitWords(wait: NonNullable<Wait>, { messages, formats, now }: FilesView): string {
  if (wait.reason === "offline") return messages.offline;
  const left = wait.until - now;
  return messages.busy(left > 0 ? formats.duration(left) : null);
}

export function failureTitle(
  { action, filename }: Extract<FileNotice, { kind: "failed" }>,
  { messages }: FilesView,
): string {
  const name = quotedName(filename);
  return action === "open" ? messages.notOpened(name) : messages.notCancelled(name);
}

export function fileNotice(notice: FileNotice, view: FilesView, dismiss: () => void): TemplateResult {
  const { messages } = view;
  switch (notice.kind) {
    case "waiting":
      return calm(waitWords(notice.wait, view));
    case "failed":
      return alarm(failureTitle(notice, view), notice.error, view, dismissButton(view, dismiss));
    case "ready":
      return calm(
        html`${messages.ready(quotedName(notice.filename))}
          <a class="link" part="open-link" href=${notice.url} target="_blank" rel="noopener">${messages.openLink}</a>`,
        dismissButton(view, dismiss),
      );
  }
}

/** Notice that the list could not be loaded. The previous page may still be shown below. */
export function listFailed(error: UploadError, view: FilesView, retry: () => void): TemplateResult {
  return alarm(view.messages.listFailed, error, view, retryButton(view, retry));
}

export function calm(words: unknown, end: unknown = nothing): TemplateResult {
  return html`<div class="notice calm" part="notice">${ALERT}<div class="notice-words">${words}</div>${end}</div>`;
}

/** Text in place of an empty list. */
export function empty({ messages }: FilesView): TemplateResult {
  return html`<div class="empty" part="empty"><slot name="empty"><span class="file-icon">${FOLDER}</span>${messages.empty}</slot></div>`;
}

/** Placeholder as tall as the rows that are loading, so that they do not move the page. */
export function skeleton(): TemplateResult {
  return html`<div class="skeleton" aria-hidden="true">${[1, 2, 3].map(
    () => html`<div class="ghost"><span class="file-icon"></span><span class="ghost-line"></span></div>`,
  )}</div>`;
}

function alarm(title: string, error: UploadError, { messages }: FilesView, end: unknown): TemplateResult {
  const words = ownersWords(error);
  return html`<div class="notice" part="notice error">
    ${ALERT}
    <div class="notice-words">
      <div class="notice-title">${title}</div>
      <div>${messages.problems[problemOf(error)]}</div>
      ${words ? html`<div class="detail"><bdi>${messages.serverSaid(quotedName(words))}</bdi></div>` : nothing}
    </div>
    ${end}
  </div>`;
}

function retryButton({ messages }: FilesView, retry: () => void): TemplateResult {
  return html`<button type="button" class="retry" part="retry-button" @click=${retry}>${RETRY}${messages.tryAgain}</button>`;
}

function dismissButton({ messages }: FilesView, dismiss: () => void): TemplateResult {
  return html`<button type="button" class="icon-button" aria-label=${messages.dismiss} title=${messages.dismiss} @click=${dismiss}>${CLOSE}</button>`;
}
