import type { ShownMeeting } from "../../host/meetings.ts";
import { el } from "./dom.ts";

/** `<demo-meeting>`: the visitor's meeting as Lightfield stores it, loaded from the server, not from the widget. */
export class DemoMeeting extends HTMLElement {
  readonly #title = el("p", { class: "file-name" }, "Loading…");
  readonly #when = el("p", { class: "facts" });
  readonly #transcript = el("p", { class: "quiet", role: "status" });

  connectedCallback(): void {
    this.replaceChildren(el("h2", {}, "The meeting in Lightfield"), this.#title, this.#when, this.#transcript);
    document.addEventListener("uploads-complete", this.#ask);
    void this.#ask();
  }

  disconnectedCallback(): void {
    document.removeEventListener("uploads-complete", this.#ask);
  }

  readonly #ask = async (): Promise<void> => {
    const answer = await fetch("/api/meeting").catch(() => null);
    if (!answer?.ok) {
      this.#transcript.textContent = "The demo's server does not respond. Is it still running?";
      return;
    }
    const { title, startDate, endDate, transcript } = (await answer.json()) as ShownMeeting;
    const period = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
    this.#title.textContent = title;
    this.#when.textContent = period.formatRange(new Date(startDate), new Date(endDate));
    this.#transcript.textContent = transcript ? `Transcript: ${transcript.name}` : "No transcript yet.";
  };
}
