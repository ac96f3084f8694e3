import { el } from "./dom.ts";

/** Progress is left out: it would bury the rest. */
const EVENTS = [
  "file-add",
  "file-reject",
  "file-remove",
  "upload-start",
  "upload-success",
  "upload-error",
  "upload-cancel",
  "upload-pause",
  "upload-resume",
  "upload-retry",
  "uploads-complete",
] as const;

const LINES = 60;

/** `<demo-event-log>`: the widget's events as any page hears them, since they bubble up to the document. */
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

/** What the widget's events carry, as far as one line has room for it. */
interface Detail {
  readonly file?: File;
  readonly message?: string;
  readonly upload?: { readonly name: string; readonly md5: string | null };
  readonly error?: { readonly code: string; readonly message: string };
  readonly counts?: Readonly<Record<string, number>>;
}

function wordsFor({ file, message, upload, error, counts }: Detail): string {
  if (counts) {
    const present = Object.entries(counts).filter(([, count]) => count > 0);
    return present.map(([status, count]) => `${count} ${status}`).join(", ");
  }
  const words = [file?.name ?? upload?.name, message, upload?.md5 && `MD5 ${upload.md5}`];
  if (error) words.push(`${error.code}: ${error.message}`);
  return words.filter(Boolean).join(" · ");
}
