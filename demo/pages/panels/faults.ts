import type { FaultButton } from "../../host/fault-routes.ts";
import { el } from "./dom.ts";

/**
 * `<demo-faults>`: buttons that inject a fault into the next upload. Hidden with the real Lightfield, which does not fail
 * on demand. Set `transfer="tus"` on pages whose files are resumable.
 */
export class DemoFaults extends HTMLElement {
  readonly #said = el("span", { role: "status" }, "Choose one, then add a file.");
  readonly #clearButton = el("button", { type: "button", class: "plain", hidden: "" }, "Take it back");

  async connectedCallback(): Promise<void> {
    this.hidden = true;
    const answer = await fetch(this.#address).catch(() => null);
    const faults = answer?.ok ? ((await answer.json()) as FaultButton[]) : [];
    if (faults.length === 0) return;

    const buttons = faults.map((fault) => {
      const button = el("button", { type: "button", title: fault.says }, fault.title);
      button.addEventListener("click", () => void this.#arm(fault));
      return button;
    });
    this.#clearButton.addEventListener("click", () => void this.#clear());
    const said = el("p", { class: "quiet" }, this.#said, " ", this.#clearButton);
    this.replaceChildren(el("h2", {}, "Make it fail"), said, el("div", { class: "buttons" }, ...buttons));
    this.hidden = false;
  }

  get #address(): string {
    return `/demo/faults?transfer=${this.getAttribute("transfer") ?? "put"}`;
  }

  async #arm(fault: FaultButton): Promise<void> {
    const answer = await fetch(this.#address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ fault: fault.name }),
    }).catch(() => null);
    this.#said.textContent = answer?.ok ? `Ready: ${fault.says}` : "The demo's server refused this fault.";
    this.#clearButton.hidden = !answer?.ok;
  }

  async #clear(): Promise<void> {
    await fetch("/demo/faults", { method: "DELETE" }).catch(() => null);
    this.#said.textContent = "No fault is set.";
    this.#clearButton.hidden = true;
  }
}
