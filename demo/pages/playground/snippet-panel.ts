import { el } from "../panels/dom.ts";
import { colored } from "./colored.ts";

/** Snippet as text, with a button that copies it and reports the result. */
export class SnippetPanel {
  readonly nodes: readonly HTMLElement[];
  readonly #code = el("code", {});
  readonly #said = el("p", { class: "quiet", role: "status", id: "copied" });

  constructor() {
    const pre = el("pre", { tabindex: "0", role: "region", "aria-label": "The snippet" }, this.#code);
    const copy = el("button", { type: "button", class: "primary", id: "copy" }, "Copy");
    copy.addEventListener("click", () => void this.#copy());
    this.nodes = [el("div", { class: "ends" }, el("h2", {}, "The snippet"), copy), this.#said, pre];
  }

  show(snippet: string): void {
    if (this.#code.textContent === snippet) return;
    this.#code.replaceChildren(...colored(snippet));
    this.#said.textContent = "";
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.#code.textContent ?? "");
      this.#said.textContent = "Copied. Paste it into a page of your site.";
    } catch {
      // The browser refused, or the page is not a secure context and has no clipboard.
      getSelection()?.selectAllChildren(this.#code);
      this.#said.textContent = "The browser does not let this page copy. The snippet is selected: press Ctrl+C or ⌘C.";
    }
  }
}
