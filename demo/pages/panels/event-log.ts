import { el } from "./dom.ts";
import { wordsFor } from "./event-words.ts";

/** Names of the logged events, without `upload-progress`, which would fill the log. */
const EVENTS = [
  "file-add",
  "file-reject",
  "file-remove",
  "upload-start",
  "upload-success",
  "upload-error",
  "upload-cancel",
  "upload-pause",
  "upload-duplicate",
  "upload-resume",
  "upload-retry",
  "uploads-complete",
] as const;

const LINES = 60;

/** `<demo-event-log>`: log of the widget's events, received at the document, to which they bubble. */
export class DemoEventLog extends HTMLElement {
  readonly #lines = el("ol", { class: "event-log", tabindex: "0", "aria-label": "Events" });
  readonly #log = (event: Event): void => {
    if (!(event instanceof CustomEvent)) return;
    const time = new Date().toLocaleTimeString("en-GB");
    const line = el(
      "li",
      {},
      el("time", {}, time),
      " ",
      el("strong", {}, event.type),
      " ",
      wordsFor(event.detail ?? {}),
    );
    this.#lines.prepend(line);
    this.#lines.children[LINES]?.remove();
  };

  connectedCallback(): void {
    this.replaceChildren(el("h2", {}, "Events"), this.#lines);
    for (const name of EVENTS) document.addEventListener(name, this.#log);
  }

  disconnectedCallback(): void {
    for (const name of EVENTS) document.removeEventListener(name, this.#log);
  }
}
