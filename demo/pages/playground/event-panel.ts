import { bytes, el } from "../panels/dom.ts";
import { wordsFor } from "../panels/event-words.ts";
import { isNarrow } from "./controls.ts";
import { freshId, prose } from "./field.ts";
import type { ElementApi } from "./manifest.ts";
import type { Store } from "./store.ts";

/** Largest number of lines in the log; the oldest are removed first. */
const LINES = 200;
const PROGRESS = "upload-progress";

/** Log of events and method calls, newest first, and a table that counts every event of the manifest. */
export class EventPanel {
  readonly nodes: readonly HTMLElement[];
  readonly #lines = el("ol", { class: "event-log", tabindex: "0", "aria-label": "Log of events, newest first" });
  readonly #counts = new Map<string, { count: number; shown: HTMLElement }>();
  /** Lines to draw in the next frame. A thousand files fire three thousand events. */
  #pending: HTMLElement[] = [];
  /** Line that combines consecutive progress events; null after any other event. */
  #progress: { readonly times: HTMLElement; readonly words: HTMLElement; count: number } | null = null;

  constructor(api: ElementApi, store: Store) {
    const rows = api.events.map(({ name, description }) => {
      const box = el("input", { type: "checkbox", "data-event": name, id: freshId() });
      box.addEventListener("change", () => store.choose("events", name, box.checked));
      store.follow(({ events }) => {
        box.checked = events.includes(name);
      });
      const shown = el("td", { class: "number", "data-count": name }, "0");
      this.#counts.set(name, { count: 0, shown });
      const label = el("label", { for: box.id }, el("code", {}, name));
      const said = el("span", { class: "said" }, ...prose(description));
      return el("tr", {}, el("td", {}, box), el("th", { scope: "row" }, el("div", {}, label, said)), shown);
    });
    const clear = el("button", { type: "button", id: "clear-events" }, "Clear the log");
    clear.addEventListener("click", () => this.#clear());
    this.nodes = [
      el("div", { class: "ends" }, el("h2", {}, "Events"), clear),
      this.#lines,
      el(
        "details",
        { class: "event-table", ...(isNarrow() ? {} : { open: "" }) },
        el("summary", {}, el("h3", {}, "All events, with counts")),
        el("p", { class: "quiet" }, "The snippet gets a listener for each event that you check."),
        table(rows),
      ),
    ];
  }

  heard(event: Event): void {
    const counted = this.#counts.get(event.type);
    if (counted) {
      counted.count += 1;
      counted.shown.textContent = String(counted.count);
    }
    if (event.type === PROGRESS) this.#addProgress(event);
    else this.#add(event.type, wordsOf(event));
  }

  /** Logs a method call that the visitor made with a button. */
  called(call: string, result = ""): void {
    this.#add(call, result, "call");
  }

  #addProgress(event: Event): void {
    const words = wordsOf(event);
    if (this.#progress) {
      this.#progress.count += 1;
      this.#progress.times.textContent = ` ×${this.#progress.count}`;
      this.#progress.words.textContent = words;
      return;
    }
    const line = this.#add(PROGRESS, words);
    const [times, place] = [line.querySelector<HTMLElement>(".times"), line.querySelector<HTMLElement>(".words")];
    if (times && place) this.#progress = { times, words: place, count: 1 };
  }

  #add(name: string, words: string, kind = "event"): HTMLElement {
    this.#progress = null;
    const time = el("time", {}, new Date().toLocaleTimeString("en-GB"));
    const what = el("strong", {}, name);
    const line = el("li", { class: kind }, time, " ", what, el("span", { class: "times" }), " ");
    line.append(el("span", { class: "words" }, words));
    if (this.#pending.length === 0) requestAnimationFrame(() => this.#draw());
    this.#pending.push(line);
    return line;
  }

  #draw(): void {
    this.#lines.prepend(...this.#pending.slice(-LINES).reverse());
    this.#pending = [];
    while (this.#lines.children.length > LINES) this.#lines.lastElementChild?.remove();
  }

  #clear(): void {
    this.#progress = null;
    this.#pending = [];
    this.#lines.replaceChildren();
    for (const counted of this.#counts.values()) {
      counted.count = 0;
      counted.shown.textContent = "0";
    }
  }
}

function table(rows: readonly HTMLElement[]): HTMLElement {
  const heads = ["Listen", "Event", "Heard"].map((title) => el("th", { scope: "col" }, title));
  return el("table", {}, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...rows));
}

/** Description of an event. It checks for `detail`, because `CustomEvent` of the stage's window is another class. */
function wordsOf(event: Event): string {
  if (!("detail" in event)) return idsOf(event.target);
  const detail = (event.detail ?? {}) as Parameters<typeof wordsFor>[0] & Sent;
  const { upload, file } = detail;
  if (event.type === PROGRESS && upload) {
    return `${upload.name} · ${bytes(upload.sentBytes)} of ${bytes(upload.sizeBytes)}`;
  }
  return [wordsFor(detail), event.type === "file-add" && file && bytes(file.size)].filter(Boolean).join(" · ");
}

interface Sent {
  readonly upload?: { readonly name: string; readonly sentBytes: number; readonly sizeBytes: number };
}

function idsOf(target: EventTarget | null): string {
  const value = target && "value" in target ? target.value : null;
  if (!Array.isArray(value)) return "";
  return value.length === 1 ? `value: ${value[0]}` : `value: ${value.length} ids`;
}
