import type { ServerFile, ServerFiles } from "../../host/server-files.ts";
import { bytes, el } from "./dom.ts";

const STATUS_WORDS: Record<ServerFile["status"], string> = {
  PENDING: "Pending",
  COMPLETED: "Completed",
  CANCELLED: "Cancelled",
  EXPIRED: "Expired",
};

/** `<demo-server-files>`: the files that Lightfield stores now, loaded from the server, not from the widget. */
export class DemoServerFiles extends HTMLElement {
  readonly #summary = el("p", { class: "quiet", role: "status" }, "Loading…");
  readonly #list = el("ul", { class: "server-files" });
  readonly #rows = new Map<string, { shown: string; row: HTMLElement }>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.replaceChildren(el("h2", {}, "In Lightfield now"), this.#summary, this.#list);
    void this.#poll();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  async #poll(): Promise<void> {
    let pollMs = 1000;
    try {
      if (!document.hidden) {
        const answer = await fetch("/api/server-files");
        if (!answer.ok) throw new Error(`status ${answer.status}`);
        const now = (await answer.json()) as ServerFiles;
        pollMs = now.pollMs;
        this.#show(now);
      }
    } catch {
      this.#summary.textContent = "The demo's server does not respond. Is it still running?";
    }
    if (this.isConnected) this.#timer = setTimeout(() => void this.#poll(), pollMs);
  }

  #show(now: ServerFiles): void {
    const summary = summaryOf(now);
    // Updated only when it changes: otherwise a screen reader would read it every second.
    if (this.#summary.textContent !== summary) this.#summary.textContent = summary;

    const gone = new Set(this.#rows.keys());
    now.files.forEach((file, index) => {
      gone.delete(file.id);
      const shown = JSON.stringify(file);
      const known = this.#rows.get(file.id);
      const row = known?.row ?? el("li");
      if (known?.shown !== shown) {
        row.replaceChildren(...rowContent(file, now.source));
        this.#rows.set(file.id, { shown, row });
      }
      if (this.#list.children[index] !== row) this.#list.insertBefore(row, this.#list.children[index] ?? null);
    });
    for (const id of gone) {
      this.#rows.get(id)?.row.remove();
      this.#rows.delete(id);
    }
  }
}

function summaryOf({ counts, storedBytes, files }: ServerFiles): string {
  if (files.length === 0) return "No files yet. Each file appears here with the digest of its stored bytes.";
  const parts = [`${counts.COMPLETED} completed, ${bytes(storedBytes)}`];
  if (counts.PENDING > 0) parts.push(`${counts.PENDING} pending`);
  if (counts.CANCELLED > 0) parts.push(`${counts.CANCELLED} cancelled`);
  if (counts.EXPIRED > 0) parts.push(`${counts.EXPIRED} expired`);
  return parts.join(" · ");
}

function rowContent(file: ServerFile, source: ServerFiles["source"]): Node[] {
  const name = el("bdi", { class: "file-name", title: file.name }, file.name);
  const status = el("span", { class: "status", "data-status": file.status }, STATUS_WORDS[file.status]);
  const facts = el("p", { class: "facts" }, `${bytes(file.sizeBytes)} · ${file.mimeType}`);
  const content: Node[] = [el("p", { class: "file-head" }, name, status), facts];
  if (file.md5) content.push(el("p", { class: "facts" }, "MD5 ", el("code", {}, file.md5)));
  else if (source === "lightfield") content.push(el("p", { class: "facts" }, "Lightfield does not report the MD5."));
  if (file.status === "COMPLETED") {
    const href = `/api/server-files/${encodeURIComponent(file.id)}/download`;
    const link = el("a", { href, download: "", "aria-label": `Download ${file.name}` }, "Download");
    facts.append(" · ", link);
  }
  return content;
}
