import { html, nothing, type TemplateResult } from "lit";
import { RETRY } from "../../ui/file-icons.ts";
import { tip } from "../../ui/tip.ts";
import type { ShownPage } from "../loading/paging.ts";
import type { FilesView } from "../words/view.ts";
import { NEXT, PREVIOUS } from "./status-icons.ts";

export interface HeaderView extends FilesView {
  readonly page: ShownPage | null;
  readonly loading: boolean;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
  turn(direction: 1 | -1): void;
  refresh(): void;
}

/** Header with the heading, the shown range and the buttons. It keeps its place while pages are loading. */
export function header(view: HeaderView): TemplateResult {
  const { messages, page, loading, hasPrevious, hasNext, turn, refresh } = view;
  const isPaged = hasNext || hasPrevious;
  return html`<div class="summary" part="summary">
    <div class="summary-words">
      <span class="summary-title" part="summary-title"><slot name="heading">${messages.heading}</slot></span>
      <span class="range" part="range">${page ? rangeOf(page, view) : loading ? messages.loading : nothing}</span>
    </div>
    <div class="summary-actions">
      ${
        isPaged
          ? html`${button("previous-button", "turn", messages.previous, PREVIOUS, hasPrevious, () => turn(-1))}${button("next-button", "turn", messages.next, NEXT, hasNext, () => turn(1))}`
          : nothing
      }${button("refresh-button", loading ? "refresh loading" : "refresh", messages.refresh, RETRY, true, refresh)}
    </div>
  </div>`;
}

/** Shown range: "26–50 of 137", or "3 files" when all files are on the page. */
export function rangeOf({ files, offset, totalCount }: ShownPage, { messages, formats }: FilesView): string {
  if (files.length === 0 || files.length >= totalCount) return messages.count(totalCount, formats);
  return messages.range(offset + 1, offset + files.length, totalCount, formats);
}

/** Button that is never `disabled`, so that it keeps the focus on the first and last page. */
function button(
  part: string,
  kind: string,
  label: string,
  icon: TemplateResult<2>,
  enabled: boolean,
  act: () => void,
): TemplateResult {
  return html`<button
    type="button"
    class="icon-button ${kind}"
    part=${part}
    aria-label=${label}
    aria-disabled=${enabled ? nothing : "true"}
    @click=${() => enabled && act()}
  >${tip(label)}${icon}</button>`;
}
