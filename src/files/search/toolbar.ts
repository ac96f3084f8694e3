import { html, nothing, type TemplateResult } from "lit";
import { RETRY } from "../../ui/file-icons.ts";
import { quotedName } from "../../ui/file-names.ts";
import { CLOSE } from "../../ui/icons.ts";
import { tip } from "../../ui/tip.ts";
import { waitWords } from "../notices/notices.ts";
import { problemOf } from "../notices/problems.ts";
import type { FilesView } from "../words/view.ts";
import type { CollectionPhase } from "./collection.ts";
import { CHEVRON, SEARCH } from "./icons.ts";
import type { SearchMessages } from "./messages.ts";
import { ORDERS, type Order } from "./order.ts";

export interface SearchView extends FilesView {
  readonly words: SearchMessages;
  readonly query: string;
  readonly order: Order;
  /** Number of files that are searched, and of all files of the list. */
  readonly loaded: number;
  readonly total: number;
  /** Label of the button that loads files which are missing; null if there are none, or more than a browser should hold. */
  readonly more: string | null;
  readonly phase: CollectionPhase;
  search(query: string): void;
  sort(order: Order): void;
  load(): void;
}

export function toolbar(view: SearchView): TemplateResult {
  const { words, query, order, search, sort } = view;
  return html`<div class="search" part="search">
      ${SEARCH}
      <input
        type="search"
        part="search-field"
        aria-label=${words.field}
        placeholder=${words.field}
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        enterkeyhint="search"
        dir=${query ? "auto" : nothing}
        .value=${query}
        @input=${(event: Event) => {
          // The events of fields would leave the element as if it were one of the page's own fields.
          event.stopPropagation();
          search(fieldOf(event).value);
        }}
        @keydown=${(event: KeyboardEvent) => {
          // An empty field leaves the key to a dialog around the element.
          if (event.key !== "Escape" || event.isComposing || !query) return;
          event.preventDefault();
          event.stopPropagation();
          search("");
        }}
      />
      ${query ? clearButton(view) : nothing}
    </div>
    <div class="order" part="sort">
      <select
        part="sort-field"
        aria-label=${words.order}
        @input=${(event: Event) => event.stopPropagation()}
        @change=${(event: Event) => sort(fieldOf(event).value as Order)}
      >
        ${ORDERS.map((one) => html`<option value=${one} ?selected=${one === order}>${words.orders[one]}</option>`)}
      </select>
      ${CHEVRON}
    </div>`;
}

function clearButton({ words, search }: SearchView): TemplateResult {
  const clear = (event: Event) => {
    search("");
    // The button disappears.
    const { parentElement } = event.currentTarget as HTMLElement;
    parentElement?.querySelector("input")?.focus();
  };
  return html`<button type="button" class="icon-button" part="clear-search-button" aria-label=${words.clear} @click=${clear}>${tip(words.clear)}${CLOSE}</button>`;
}

/** What the result leaves out, and how to add it. */
export function searchNote(view: SearchView): TemplateResult | null {
  const { messages, formats, words, loaded, total, more, phase } = view;
  switch (phase.kind) {
    case "loading":
      // The button stays, to keep the focus.
      return note(words.loading(Math.min(phase.loaded, total), total, formats), view, { label: more, isBusy: true });
    case "waiting":
      return note(waitWords(phase.wait, view), view, { label: more, isBusy: true });
    case "failed":
      return note(messages.because(messages.listFailed, messages.problems[problemOf(phase.error)]), view, {
        label: messages.tryAgain,
        sign: RETRY,
      });
    case "settled":
      return loaded < total ? note(words.partly(loaded, total, formats), view, { label: more }) : null;
  }
}

interface NoteButton {
  readonly label: string | null;
  readonly sign?: unknown;
  readonly isBusy?: boolean;
}

function note(
  text: string,
  { load }: SearchView,
  { label, sign = nothing, isBusy = false }: NoteButton,
): TemplateResult {
  const act = () => (isBusy ? undefined : load());
  const button = () =>
    html`<button type="button" class="text-button" part="load-all-button" aria-disabled=${isBusy || nothing} @click=${act}>${sign}${label}</button>`;
  return html`<div class="search-note" part="search-note"><span>${text}</span>${label === null ? nothing : button()}</div>`;
}

export function noMatch({ words, query }: SearchView): TemplateResult {
  return html`<div class="empty" part="empty">${words.none(quotedName(query.trim()))}</div>`;
}

function fieldOf(event: Event): HTMLInputElement | HTMLSelectElement {
  return event.currentTarget as HTMLInputElement | HTMLSelectElement;
}
