import type { ReactiveController, ReactiveControllerHost } from "lit";
import { RowOffsets } from "./row-offsets.ts";
import type { MeasuredRows } from "./row-room.ts";
import { type RowWindow, rowWindow, type Visible } from "./row-window.ts";

export interface VirtualRowsHost extends ReactiveControllerHost {
  readonly isConnected: boolean;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

const ROW = ":scope > [data-row]";
/** Not in jsdom, which has no layout. */
const canObserve = "ResizeObserver" in globalThis;

/**
 * Draws only the visible rows of a list, and keeps them in place when rows above them turn out to be taller or shorter than
 * estimated. Works for lists that scroll themselves and for lists that scroll with the page.
 */
export class VirtualRows implements ReactiveController, MeasuredRows {
  readonly #host: VirtualRowsHost;
  readonly #list: string;
  readonly #offsets = new RowOffsets();
  /** Reports also the first size of a row, between layout and paint: measuring earlier would cost another layout. */
  readonly #observer = canObserve
    ? new ResizeObserver((entries) => {
        // Browsers report an error if rows change once more within this call: because others are drawn, or because the list
        // has become taller and got a scroll bar. So the list is drawn, and its rows are observed again, in the next frame.
        if (this.#measure(entries.map(({ target }) => target as HTMLElement))) this.#unobserve();
        requestAnimationFrame(() => {
          if (this.#host.isConnected) this.#observe();
          this.#look();
        });
      })
    : undefined;
  readonly #observed = new Set<HTMLElement>();
  #ids: readonly string[] = [];
  #indexes = new Map<string, number>();
  #drawn = new Set<number>();
  /** Visible range; an estimate until the list is drawn. */
  #visible: Visible = { from: 0, to: 512 };
  /** Scroll position of the list itself, in pixels. */
  #scrolled = 0;
  /** Width of the rows as they were measured last, in pixels. */
  #width = 0;
  /** Pixels to scroll after the next update, so that visible rows stay in place. */
  #shift = 0;

  /** @param list selector of the list, whose rows have their ids in `data-row` */
  constructor(host: VirtualRowsHost, list: string) {
    this.#host = host;
    this.#list = list;
    host.addController(this);
  }

  get width(): number {
    return this.#width;
  }

  heightOf(id: string): number | undefined {
    return this.#offsets.height(id);
  }

  /** Range of these rows to draw now. */
  window(ids: readonly string[]): RowWindow {
    this.#arrange(ids);
    const { from, to } = this.#visible;
    const visible = { from: from + this.#shift, to: to + this.#shift };
    const drawn = rowWindow(this.#offsets, visible, ids.indexOf(this.#focusedId() ?? ""));
    this.#indexes = new Map(drawn.rows.map(({ index }) => [ids[index] ?? "", index]));
    this.#drawn = new Set(this.#indexes.values());
    return drawn;
  }

  hostConnected(): void {
    // The list may scroll, whose events do not leave the shadow tree, or the page, or any element around this one.
    for (const target of [this.#host.renderRoot, window]) {
      target.addEventListener("scroll", this.#look, { capture: true, passive: true });
    }
    addEventListener("resize", this.#look, { passive: true });
  }

  hostDisconnected(): void {
    for (const target of [this.#host.renderRoot, window]) {
      target.removeEventListener("scroll", this.#look, { capture: true });
    }
    removeEventListener("resize", this.#look);
    this.#unobserve();
  }

  hostUpdated(): void {
    const list = this.#find();
    if (list && this.#shift !== 0) list.scrollTop += this.#shift;
    this.#shift = 0;
    this.#observe();
  }

  #unobserve(): void {
    this.#observer?.disconnect();
    this.#observed.clear();
  }

  #observe(): void {
    const rows = new Set(this.#find()?.querySelectorAll<HTMLElement>(ROW));
    for (const row of this.#observed) {
      if (rows.has(row)) continue;
      this.#observer?.unobserve(row);
      this.#observed.delete(row);
    }
    for (const row of rows) {
      if (this.#observed.has(row)) continue;
      this.#observer?.observe(row);
      this.#observed.add(row);
    }
  }

  readonly #look = (): void => {
    const list = this.#find();
    if (!list) return;
    const { top, height } = list.getBoundingClientRect();
    this.#scrolled = list.scrollTop;
    const from = list.scrollTop + Math.max(0, -top);
    const to = list.scrollTop + Math.min(height, innerHeight - top);
    this.#visible = { from, to: Math.max(from, to) };
    const { rows } = rowWindow(this.#offsets, this.#visible, -1);
    if (rows.some(({ index }) => !this.#drawn.has(index))) this.#host.requestUpdate();
  };

  /** Keeps visible rows in place when rows above them are added or removed. */
  #arrange(ids: readonly string[]): void {
    const offsets = this.#offsets;
    const before = this.#ids;
    const anchor = this.#scrolled > 0 ? offsets.at(this.#scrolled) : -1;
    const place = offsets.offset(anchor);
    if (!offsets.arrange(ids)) return;
    this.#ids = ids;
    if (anchor < 0) return;
    const places = new Map(ids.map((id, index) => [id, index]));
    const kept = before.slice(anchor).find((id) => places.has(id));
    if (kept !== undefined) this.#shift += offsets.offset(places.get(kept) ?? 0) - place;
  }

  /** Returns whether the list has become taller or shorter. */
  #measure(rows: readonly HTMLElement[]): boolean {
    const list = this.#find();
    if (!list) return false;
    const firstInSight = this.#offsets.at(list.scrollTop);
    const { end } = this.#offsets;
    let growth = 0;
    for (const row of rows) {
      const index = this.#indexes.get(row.dataset.row ?? "");
      if (index === undefined) continue;
      const { width, height } = row.getBoundingClientRect();
      this.#width = width;
      const by = this.#offsets.measure(index, height);
      if (index < firstInSight) growth += by;
    }
    // Set only on change: every row inherits it, and would be restyled.
    const hasChanged = this.#offsets.end !== end;
    if (hasChanged) list.style.setProperty("--_all-rows", `${this.#offsets.end}px`);
    if (growth !== 0 && list.scrollTop > 0) list.scrollTop += growth;
    return hasChanged;
  }

  #focusedId(): string | undefined {
    const { renderRoot } = this.#host;
    const focused = renderRoot instanceof ShadowRoot ? renderRoot.activeElement : null;
    return focused?.closest<HTMLElement>(`${this.#list} > [data-row]`)?.dataset.row;
  }

  #find(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>(this.#list);
  }
}
