/** Larger drop target than the element (`drop-target`), loaded only where a page asks for one. */
import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { addStyles } from "../../ui/add-styles.ts";
import { warn } from "../../ui/developer-warnings.ts";
import { ALERT, UPLOAD } from "../../ui/icons.ts";
import type { DropController } from "./drop.ts";
import { dropTargetStyles } from "./drop-target-styles.ts";
import type { ZoneView } from "./zone.ts";

export interface DropTargetHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly dropTarget: string;
  readonly noDrop: boolean;
}

export interface DropTargetConfig {
  readonly drop: DropController;
  isDisabled(): boolean;
}

/** Events that tell which element is under the pointer. */
const MOVES = ["dragenter", "dragover"] as const;

/** All elements of the page with a target, to choose one for each drag. */
const targets = new Set<DropTarget>();

/**
 * Makes the elements that match a selector, or the whole page, take drops for the element, and covers the target with an
 * overlay while files are dragged over it.
 *
 * Of several elements on a page, a drag belongs to the one under the pointer, else to the one whose target is the innermost
 * around the pointer, else to the first in the document. Elements that are hidden, inert, or outside an open modal dialog
 * take no part, because the user could not see what happens.
 */
export class DropTarget implements ReactiveController {
  readonly #host: DropTargetHost;
  readonly #config: DropTargetConfig;
  /** Area under the pointer that belongs to this element: the matching element, or the whole page; null for none. */
  #area: Element | null = null;
  #stop: (() => void) | null = null;

  constructor(host: DropTargetHost, config: DropTargetConfig) {
    this.#host = host;
    this.#config = config;
    addStyles(host, dropTargetStyles);
    host.addController(this);
  }

  get host(): DropTargetHost {
    return this.#host;
  }

  get isDisabled(): boolean {
    return this.#config.isDisabled();
  }

  hostConnected(): void {
    targets.add(this);
    // The page may have moved the element to another window.
    const { ownerDocument: page } = this.#host;
    for (const type of MOVES) page.addEventListener(type, this.#look, true);
    // Below the document, so that zones of the page come first, and what the page does with every drag comes later.
    const unlisten = this.#config.drop.listen(page.documentElement, (event) => chosenFor(event) === this);
    this.#stop = () => {
      unlisten();
      for (const type of MOVES) page.removeEventListener(type, this.#look, true);
    };
  }

  hostDisconnected(): void {
    this.#stop?.();
    targets.delete(this);
  }

  /** Shows the overlay in the top layer of the page while files are dragged over the target. */
  hostUpdated(): void {
    const overlay = this.#host.renderRoot.querySelector<HTMLElement>(".drop-target");
    // Without popovers, the drop zone of the element alone shows what a drop would do.
    if (!overlay?.showPopover) return;
    const isShown = this.#config.drop.verdict !== null && this.#area !== null;
    if (isShown) this.#place(overlay);
    if (isShown !== overlay.matches(":popover-open")) overlay.togglePopover(isShown);
  }

  /** Position in the path of an event at which its target lies: 0 for the innermost; -1 when it does not match. */
  indexIn(path: readonly EventTarget[]): number {
    const { dropTarget, ownerDocument } = this.#host;
    return dropTarget === "page"
      ? path.indexOf(ownerDocument.documentElement)
      : path.findIndex((one) => "matches" in one && this.#matches(one as Element));
  }

  /** Whether the user can see the element, and could use it. */
  get isReady(): boolean {
    const { dropTarget, noDrop } = this.#host;
    return Boolean(dropTarget) && !noDrop && this.#host.checkVisibility() && !isInert(this.#host);
  }

  render({ verdict, hint, messages }: ZoneView): TemplateResult {
    const heading = verdict === "refused" ? messages.dropRefused : messages.dropAccepted;
    return html`<div class="drop-target" part="drop-target" popover="manual" aria-hidden="true" data-drag=${verdict ?? ""}>
      <div class="drop-target-words">${verdict === "refused" ? ALERT : UPLOAD}<div class="heading" part="heading">${heading}</div><div class="hint" part="zone-hint">${hint}</div></div>
    </div>`;
  }

  readonly #look = (event: Event): void => {
    const path = event.composedPath();
    const area = this.isReady ? path[this.indexIn(path)] : undefined;
    this.#area = (area as Element | undefined) ?? null;
    this.hostUpdated();
  };

  #place({ style }: HTMLElement): void {
    const { documentElement } = this.#host.ownerDocument;
    const area = this.#area;
    if (!area) return;
    if (area === documentElement) {
      Object.assign(style, { left: 0, top: 0, width: "100%", height: "100%" });
      return;
    }
    // The part of the area that is in sight.
    const { left, top, right, bottom } = area.getBoundingClientRect();
    const [x, y] = [Math.max(0, left), Math.max(0, top)];
    const width = Math.max(0, Math.min(documentElement.clientWidth, right) - x);
    const height = Math.max(0, Math.min(documentElement.clientHeight, bottom) - y);
    Object.assign(style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` });
  }

  #matches(element: Element): boolean {
    const { dropTarget } = this.#host;
    try {
      return element.matches(dropTarget);
    } catch {
      warn(this.#host, { code: "drop-target", what: `drop-target="${dropTarget}" is not a valid selector.` });
      return false;
    }
  }
}

/** Element that a drag outside of all elements belongs to. */
function chosenFor(event: Event): DropTarget | undefined {
  const path = event.composedPath();
  const candidates = [...targets]
    .filter((target) => target.isReady)
    .map((target) => ({ target, index: target.indexIn(path) }))
    .filter(({ index }) => index >= 0);
  candidates.sort(
    (one, other) =>
      Number(one.target.isDisabled) - Number(other.target.isDisabled) ||
      one.index - other.index ||
      (one.target.host.compareDocumentPosition(other.target.host) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1),
  );
  return candidates[0]?.target;
}

/** Whether an element around it is inert, or it is outside the open modal dialog. */
function isInert(host: Element): boolean {
  const around = new Set<Node>();
  for (let node: Node | null = host; node; ) {
    around.add(node);
    node = (node as Element).assignedSlot ?? node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
  }
  const dialog = [...host.ownerDocument.querySelectorAll(":modal")].at(-1);
  return Boolean(dialog && !around.has(dialog)) || [...around].some((node) => (node as Partial<HTMLElement>).inert);
}
