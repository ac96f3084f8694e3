import { html, type TemplateResult } from "lit";
import type { UploadError } from "../../engine/errors.ts";
import { quotedName } from "../../ui/file-names.ts";
import { CLOSE } from "../../ui/icons.ts";
import type { Wait } from "../loading/retry-while-busy.ts";
import type { FilesView } from "../words/view.ts";
import { alarm, calm, waitWords } from "./notices.ts";

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

function dismissButton({ messages }: FilesView, dismiss: () => void): TemplateResult {
  return html`<button type="button" class="icon-button" part="dismiss-button" aria-label=${messages.dismiss} @click=${dismiss}>${CLOSE}</button>`;
}
