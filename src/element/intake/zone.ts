import { html, nothing, type TemplateResult } from "lit";
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
  /** Value of the attribute of the same name of the file input. */
  readonly accept: string;
  readonly hint: string;
  openPicker(event: Event): void;
  /** Opens the field for pasted text; null where pasted text is not accepted. */
  readonly openPasted: (() => void) | null;
}

/**
 * Drop zone with the button that opens the picker. For an early first frame it is a single template, whose last node is the
 * icon, although it is shown first: Lit makes no objects of the nodes after the last expression. Where the page's own heading
 * or hint is replaced, the slot has its text as its name, so that nothing is assigned to it.
 */
export function zone(view: ZoneView): TemplateResult | readonly TemplateResult[] {
  const { messages, multiple, directory, more, verdict, hint } = view;
  const kind = directory ? "folder" : multiple ? "files" : "file";
  const instead = headingInstead(view);
  const special = instead || (view.transcripts && !more && messages.headingTranscript);
  const inside = html`<div
    class="zone ${view.compact ? "compact" : ""} ${view.resting ? "resting" : ""}"
    part="drop-zone"
    tabindex="-1"
    data-drag=${verdict ?? nothing}
    ?data-disabled=${view.disabled}
    @click=${(event: Event) => (isOnControl(event) ? undefined : view.openPicker(event))}
  >
    <div class="zone-words">
      <div class="heading" part="heading"><slot name=${instead || "heading"}><span class=${special ? nothing : "drop-words"}>${special || (more && multiple ? messages.headingMore : messages.heading(multiple))}</span></slot></div>
      <div class="hint" part="zone-hint" id="hint"><slot name=${(verdict === "refused" && hint) || "hint"}>${hint}</slot></div>
    </div>
    <div class="zone-buttons">
      <slot name="browse-button" @click=${view.openPicker}
        ><button type="button" class="browse" part="browse-button" aria-describedby="hint" ?disabled=${view.disabled}>${messages.browse(kind)}</button></slot
      >${
        view.openPasted &&
        html`<button type="button" class="text-button" part="paste-button" ?disabled=${view.disabled} @click=${view.openPasted}>${messages.pasteText}</button>`
      }
    </div>
    <span class="zone-icon"><svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M12 16V5m-4.5 4L12 4.5 16.5 9M4.5 15.5v2a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-2"/></svg></span>
  </div>`;
  // As an array the small zone above a list is another one: parts that moved would be a shift of the layout.
  return multiple && view.compact ? [inside] : inside;
}

/** Text in place of the heading, also of the page's own; "" for none. */
function headingInstead({ verdict, adding, messages }: ZoneView): string {
  if (verdict) return verdict === "accepted" ? messages.dropAccepted : messages.dropRefused;
  if (adding) return navigator.onLine ? messages.headingAdding : messages.keptOffline;
  return "";
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
