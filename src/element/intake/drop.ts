import type { ReactiveController, ReactiveControllerHost } from "lit";

export type DragVerdict = "accepted" | "refused";

export interface DropControllerConfig {
  /** What would become of the files that are dragged over the element; null leaves the drag to the page. */
  judge(transfer: DataTransfer): DragVerdict | null;
  take(transfer: DataTransfer): void;
}

/** Follows a drag of files over the whole element, and takes the drop. */
export class DropController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #config: DropControllerConfig;
  #verdict: DragVerdict | null = null;
  #innermost: EventTarget | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, config: DropControllerConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  /** Null when nothing is dragged over the element. */
  get verdict(): DragVerdict | null {
    return this.#verdict;
  }

  hostConnected(): void {
    for (const type of TYPES) this.#host.addEventListener(type, this);
  }

  hostDisconnected(): void {
    for (const type of TYPES) this.#host.removeEventListener(type, this);
    this.#show(null);
  }

  handleEvent(event: DragEvent): void {
    const transfer = event.dataTransfer;
    if (!transfer?.types.includes("Files")) return;
    const verdict = this.#config.judge(transfer);
    if (!verdict) return;
    // Also when refused: the browser would leave the page to show the file.
    event.preventDefault();
    const target = event.composedPath()[0];
    switch (event.type) {
      case "dragenter":
        this.#innermost = target;
        break;
      case "dragleave":
        // The next element is entered before the last one is left: leaving the one last entered is leaving all.
        if (target === this.#innermost) this.#show(null);
        return;
      case "drop":
        this.#show(null);
        if (verdict === "accepted") this.#config.take(transfer);
        return;
    }
    transfer.dropEffect = verdict === "accepted" ? "copy" : "none";
    this.#show(verdict);
  }

  #show(verdict: DragVerdict | null): void {
    if (verdict === this.#verdict) return;
    this.#verdict = verdict;
    this.#host.requestUpdate();
  }
}

const TYPES = ["dragenter", "dragover", "dragleave", "drop"] as const;

/**
 * False only when it is certain that none of the dragged files fits. During a drag the browser tells types and no names,
 * no types at all for folders, and in some browsers nothing.
 */
export function mayFit(transfer: DataTransfer, accept: string): boolean {
  const tokens = accept.split(",").map((token) => token.trim().toLowerCase());
  if (!tokens.every((token) => token.includes("/"))) return true;
  let isTold = false;
  // One by one, up to the first that fits: ten thousand items take longer than a frame.
  for (const { kind, type } of transfer.items) {
    if (kind !== "file") continue;
    // "text/*" stands for all that begins with "text/".
    if (type === "" || tokens.some((token) => type.startsWith(token.replace("*", "")))) return true;
    isTold = true;
  }
  return !isTold;
}
