import type { ReactiveController, ReactiveControllerHost } from "lit";
import { loadedJudging } from "./accepted-types.ts";

export type DragVerdict = "accepted" | "refused";

export interface DropControllerConfig {
  /** Whether the files dragged over the element would be accepted; null leaves the drag to the page. */
  judge(transfer: DataTransfer): DragVerdict | null;
  take(transfer: DataTransfer): void;
}

/** Handles files that are dragged over the element or dropped on it. */
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

  /** Whether the dragged files would be accepted; null while no files are dragged over the element. */
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
    // Refused files as well: otherwise the browser would leave the page to show them.
    event.preventDefault();
    const target = event.composedPath()[0];
    switch (event.type) {
      case "dragenter":
        this.#innermost = target;
        break;
      case "dragleave":
        // Browsers fire `dragenter` of the next element before `dragleave` of the previous one.
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
 * Whether a dragged file may be accepted. False only if no file is: during a drag, browsers reveal the types but not the
 * names of files, no types of folders, and some browsers reveal nothing.
 */
export function mayFit(transfer: DataTransfer, accept: string): boolean {
  const judge = loadedJudging()?.judgeOf(accept);
  let isTypeKnown = false;
  // Stops at the first match: ten thousand items take longer than a frame.
  for (const { kind, type } of transfer.items) {
    if (kind !== "file") continue;
    if (judge ? judge.mayFit(type) : mayFitUnjudged(type, accept)) return true;
    isTypeKnown = true;
  }
  return !isTypeKnown;
}

/** False for pictures, sound and films where the list contains nothing but complete types of other kinds. */
function mayFitUnjudged(type: string, accept: string): boolean {
  const [group = ""] = type.split("/");
  return !accept || /[.*]/.test(accept) || !/audio|image|video/.test(group) || accept.includes(group);
}
