import type { ReactiveController, ReactiveControllerHost } from "lit";

export type DragVerdict = "accepted" | "refused";

export interface DropControllerConfig {
  /** Whether the files dragged over an area would be accepted; null leaves the drag to the page. */
  judge(transfer: DataTransfer): DragVerdict | null;
  /** Whether a drop would have no effect at all, not even a reason for the refusal. */
  isInert(): boolean;
  take(transfer: DataTransfer): void;
}

/**
 * Time without a drag event after which the feedback ends. Browsers repeat `dragover` while files are held over a page. The
 * limit is only for drags whose end is not reported, for example because the element under the pointer was removed.
 */
const STALE_MS = 3_000;

/**
 * Handles files that are dragged over the element, or over another area that is added with `listen`, or dropped there.
 *
 * Exactly one zone takes a drop: a zone inside the area that has taken the event comes first, and an event that the area
 * takes is hidden from the zones around it, which therefore see the drag leave.
 */
export class DropController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #config: DropControllerConfig;
  readonly #areas = new Set<EventTarget>();
  #verdict: DragVerdict | null = null;
  /** Element under the pointer at the last event. */
  #innermost: EventTarget | null = null;
  /** Element in an inner zone that has taken the last drag event. */
  #innerZone: EventTarget | null = null;
  /** Elements whose `dragenter` was hidden from the zones around the area. */
  readonly #entered = new WeakSet<EventTarget>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, config: DropControllerConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  /** Whether the dragged files would be accepted; null while no files are dragged over an area. */
  get verdict(): DragVerdict | null {
    return this.#verdict;
  }

  hostConnected(): void {
    this.#stop = this.listen(this.#host);
    this.#host.shadowRoot?.addEventListener("dragenter", this.#enter);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#show(null);
  }

  /**
   * Follows drags over an area.
   * @param isMeant whether the event is meant for this element, and not for another one that follows the same area
   * @returns a function that stops it
   */
  listen(area: EventTarget, isMeant?: (event: DragEvent) => boolean): () => void {
    let wasPrevented = false;
    // Whether a listener inside the area prevents the event later. A page may prevent every drag, which means nothing.
    const before = (event: Event): void => {
      wasPrevented = event.defaultPrevented;
    };
    const follow = (event: Event): void => this.#follow(event as DragEvent, wasPrevented, isMeant);
    for (const type of DRAGS) {
      area.addEventListener(type, before, true);
      area.addEventListener(type, follow);
    }
    this.#areas.add(area);
    return () => {
      this.#areas.delete(area);
      for (const type of DRAGS) {
        area.removeEventListener(type, before, true);
        area.removeEventListener(type, follow);
      }
    };
  }

  #follow(event: DragEvent, wasPrevented: boolean, isMeant = (_event: DragEvent) => true): void {
    const { dataTransfer: transfer, type } = event;
    const [target] = event.composedPath();
    if (!target || !transfer?.types.includes("Files")) return;
    if (type === "dragleave") {
      // The zones around the area see either both the entering and the leaving of an element, or neither.
      if (this.#entered.delete(target)) event.stopPropagation();
      // Browsers fire `dragenter` of the next element before `dragleave` of the previous one.
      if (target === this.#innermost) this.#show(null);
      return;
    }
    if (event.defaultPrevented && !wasPrevented) this.#innerZone = target;
    else if (type !== "drop") this.#innerZone = null;
    const isMine = target !== this.#innerZone && isMeant(event);
    const verdict = isMine ? this.#config.judge(transfer) : null;
    const { effectAllowed } = transfer;
    // A source that only moves its files would delete them.
    const isInert = this.#config.isInert() || effectAllowed === "move";
    this.#innermost = target;
    this.#show(type === "drop" ? null : verdict && (isInert ? "refused" : verdict));
    if (!verdict) return;
    if (type === "dragenter") this.#entered.add(target);
    event.stopPropagation();
    // Refused files as well: otherwise the browser would leave the page to show them.
    event.preventDefault();
    // With "none", browsers do not report the drop of refused files, so that no reason could be given.
    transfer.dropEffect = isInert ? "none" : /^link/.test(effectAllowed) ? "link" : "copy";
    if (type === "drop" && !isInert) this.#config.take(transfer);
  }

  #show(verdict: DragVerdict | null): void {
    clearTimeout(this.#timer);
    if (verdict) this.#timer = setTimeout(() => this.#show(null), STALE_MS);
    if (verdict === this.#verdict) return;
    const change = verdict ? "addEventListener" : "removeEventListener";
    for (const type of ENDS) window[change](type, this.#end, true);
    this.#verdict = verdict;
    this.#host.requestUpdate();
  }

  /** Moves within the shadow tree are not dispatched outside of it, and one that nobody prevents loses a drop right after it. */
  readonly #enter = (event: Event): void => {
    const { currentTarget, relatedTarget } = event as DragEvent;
    if ((currentTarget as Node).contains(relatedTarget as Node | null)) this.#follow(event as DragEvent, false);
  };

  /** Ends the feedback when the drag is elsewhere or over, in events that the areas may not get. */
  readonly #end = (event: Event): void => {
    const { type } = event;
    if (type === "keydown" && (event as KeyboardEvent).key !== "Escape") return;
    const isDrag = type === "dragenter" || type === "dragover";
    if (!isDrag || !event.composedPath().some((one) => this.#areas.has(one))) this.#show(null);
  };
}

const DRAGS = ["dragenter", "dragover", "dragleave", "drop"] as const;
const ENDS = ["dragenter", "dragover", "drop", "dragend", "pointerdown", "keydown"] as const;
