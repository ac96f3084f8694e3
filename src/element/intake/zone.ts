import { html, nothing, type TemplateResult } from "lit";
import { UPLOAD } from "../../ui/icons.ts";
import type { StartWords } from "../words/view.ts";
import type { DragVerdict } from "./drop.ts";

export interface ZoneView extends StartWords {
  readonly verdict: DragVerdict | null;
  /** Whether to show the small variant, beside a list. */
  readonly compact: boolean;
  /** Whether to hide the zone, because the one file takes its place. */
  readonly resting: boolean;
  /** Whether files are on the list. */
  readonly more: boolean;
  readonly disabled: boolean;
  /** Whether files are still being added, for example from a folder that is being read. */
  readonly adding: boolean;
  readonly multiple: boolean;
  readonly directory: boolean;
  /** Whether transcripts of meetings are wanted. */
  readonly transcripts: boolean;
  readonly accept: string;
  readonly hint: string;
  openPicker(event: Event): void;
  /** Opens the field for pasted text; null where pasted text is not accepted. */
  readonly openPasted: (() => void) | null;
  picked(input: HTMLInputElement): void;
}

/** Drop zone with the button that opens the picker. */
export function zone(view: ZoneView): TemplateResult {
  const { messages, multiple, directory } = view;
  const kind = directory ? "folder" : multiple ? "files" : "file";
  const inside = html`<div
    class="zone ${view.compact ? "compact" : ""} ${view.resting ? "resting" : ""}"
    part="drop-zone"
    tabindex="-1"
    data-drag=${view.verdict ?? nothing}
    ?data-disabled=${view.disabled}
    @click=${(event: Event) => (isOnControl(event) ? undefined : view.openPicker(event))}
  >
    <span class="zone-icon">${UPLOAD}</span>
    <div class="zone-words">
      <div class="heading" part="heading">${heading(view)}</div>
      <div class="hint" part="zone-hint" id="hint">${view.verdict === "refused" && view.hint ? view.hint : html`<slot name="hint">${view.hint}</slot>`}</div>
    </div>
    <div class="zone-buttons">
      <slot name="browse-button" @click=${view.openPicker}
        ><button type="button" class="browse" part="browse-button" aria-describedby="hint" ?disabled=${view.disabled}>${messages.browse(kind)}</button></slot
      >${
        view.openPasted &&
        html`<button type="button" class="text-button" part="paste-button" ?disabled=${view.disabled} @click=${view.openPasted}>${messages.pasteText}</button>`
      }
    </div>
  </div>`;
  // As an array the small zone above a list is another one: parts that moved would be a shift of the layout.
  return html`${multiple && view.compact ? [inside] : inside}
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
  />`;
}

function heading({ verdict, adding, more, multiple, transcripts, messages }: ZoneView): TemplateResult | string {
  if (verdict) return verdict === "accepted" ? messages.dropAccepted : messages.dropRefused;
  if (adding) return navigator.onLine ? messages.headingAdding : messages.keptOffline;
  if (transcripts && !more) return html`<slot name="heading">${messages.headingTranscript}</slot>`;
  const words = more && multiple ? messages.headingMore : messages.heading(multiple);
  return html`<slot name="heading"><span class="drop-words">${words}</span></slot>`;
}

/** Whether a click hit a control. Clicks anywhere else in the zone open the picker; the page may put links into slots. */
function isOnControl(event: Event): boolean {
  if (event.defaultPrevented) return true;
  for (const target of event.composedPath()) {
    if (target === event.currentTarget) return false;
    // The element may be one of another window, whose `Element` is another class.
    if ((target as Partial<Element>).matches?.("a, button, input, select, textarea, label, slot[name=browse-button]"))
      return true;
  }
  return false;
}
