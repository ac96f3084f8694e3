import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { fileSign } from "../../ui/file-icons.ts";
import { quotedName } from "../../ui/file-names.ts";
import { CLOSE } from "../../ui/icons.ts";
import { nameLine } from "../../ui/name-line.ts";
import { spoken } from "../../ui/spoken.ts";
import { tip } from "../../ui/tip.ts";
import { VERIFIED } from "../../ui/upload-icons.ts";
import type { View } from "../words/view.ts";
import type { HeldFile } from "./held-files.ts";

/** Largest number of files that are shown. A history entry may hold thousands. */
const LISTED = 100;

export interface RestoredView extends View {
  remove(id: string): void;
}

/** Section of files that the form holds again after a return through the browser history. Each can be removed. */
export function restoredSection(files: readonly HeldFile[], view: RestoredView): TemplateResult | typeof nothing {
  if (files.length === 0) return nothing;
  const { messages, formats } = view;
  const more = files.length - LISTED;
  return html`<div class="card restored" part="restored" role="group" aria-labelledby="restored">
    <div class="restored-title" part="restored-title" id="restored">${messages.restored}</div>
    <ul class="list">
      ${repeat(
        files.slice(0, LISTED),
        ({ id }) => id,
        (file) => row(file, view),
      )}
    </ul>
    ${more > 0 ? html`<div class="note" part="note">${messages.moreNotAdded(more, formats)}</div>` : nothing}
  </div>`;
}

function row({ id, name, mimeType, sizeBytes, md5 }: HeldFile, view: RestoredView): TemplateResult {
  const { messages, formats } = view;
  const remove = messages.remove(quotedName(name));
  return html`<li class="row" part="restored-file" data-row=${id} data-status="succeeded">
    <span class="file-icon" part="file-icon">${fileSign(name, mimeType)}</span>
    <div class="words">
      ${nameLine(name)}
      <div class="meta" part="meta">
        <span class="status" part="status" title=${md5 ? `MD5 ${md5}` : nothing}>${md5 ? VERIFIED : nothing}${md5 ? messages.verified : messages.uploaded}</span><span class="figure" part="figure">${formats.size(sizeBytes)}</span>
      </div>
    </div>
    <div class="actions">
      <button type="button" class="icon-button" part="remove-button" aria-label=${spoken(remove)} @click=${() => view.remove(id)}>${tip(remove)}${CLOSE}</button>
    </div>
  </li>`;
}
