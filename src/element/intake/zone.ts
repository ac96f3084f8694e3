import { html, nothing, type TemplateResult } from "lit";
import { UPLOAD } from "../../ui/icons.ts";
import type { StartWords } from "../words/view.ts";
import type { DragVerdict } from "./drop.ts";

export interface ZoneView extends StartWords {
  readonly verdict: DragVerdict | null;
  /** Smaller, above something else. */
  readonly compact: boolean;
  /** Takes nothing now, and shows nothing: the one file, or what is to be it, has the place to itself. */
  readonly resting: boolean;
  /** There are files already. */
  readonly more: boolean;
  readonly disabled: boolean;
  /** Files are on their way to the list: a folder is still being read, say. */
  readonly adding: boolean;
  readonly multiple: boolean;
  readonly directory: boolean;
  readonly accept: string;
  readonly hint: string;
  openPicker(event: Event): void;
  /** Null where text is not taken. */
  readonly openPasted: (() => void) | null;
  picked(input: HTMLInputElement): void;
}

/** The target for files, with the one button that opens the picker. */
export function zone(view: ZoneView): TemplateResult {
  const { messages, multiple, directory } = view;
  const kind = directory ? "folder" : multiple ? "files" : "file";
  return html`<div
    class="zone ${view.compact ? "compact" : ""} ${view.resting ? "resting" : ""}"
    part="drop-zone"
    tabindex="-1"
    data-drag=${view.verdict ?? nothing}
    ?data-disabled=${view.disabled}
    @click=${(event: Event) => (isOnControl(event) ? undefined : view.openPicker(event))}
  >
    <span class="zone-icon">${UPLOAD}</span>
    <div class="zone-words">
      <div class="heading">${heading(view)}</div>
      <div class="hint" id="hint"><slot name="hint">${view.hint}</slot></div>
    </div>
    <div class="zone-buttons">
      <slot name="browse-button" @click=${view.openPicker}
        ><button type="button" class="browse" part="browse-button" aria-describedby="hint" ?disabled=${view.disabled}>${messages.browse(kind)}</button></slot
      >${
        view.openPasted &&
        html`<button type="button" class="text-button" part="paste-button" ?disabled=${view.disabled} @click=${view.openPasted}>${messages.pasteText}</button>`
      }
    </div>
    <input
      type="file"
      hidden
      tabindex="-1"
      accept=${view.accept || nothing}
      ?multiple=${multiple || directory}
      .webkitdirectory=${directory}
      ?disabled=${view.disabled}
      @input=${(event: Event) => event.stopPropagation()}
      @change=${(event: Event) => view.picked(event.currentTarget as HTMLInputElement)}
    />
  </div>`;
}

function heading({ verdict, adding, more, multiple, messages }: ZoneView): TemplateResult | string {
  if (verdict) return verdict === "accepted" ? messages.dropAccepted : messages.dropRefused;
  if (adding) return messages.headingAdding;
  const words = more && multiple ? messages.headingMore : messages.heading(multiple);
  return html`<slot name="heading"><span class="drop-words">${words}</span></slot>`;
}

/** The whole zone opens the picker, except what has a purpose of its own: the page may put links into the slots. */
function isOnControl(event: Event): boolean {
  if (event.defaultPrevented) return true;
  for (const target of event.composedPath()) {
    if (target === event.currentTarget) return false;
    if (
      target instanceof Element &&
      target.matches("a, button, input, select, textarea, label, slot[name=browse-button]")
    ) {
      return true;
    }
  }
  return false;
}
