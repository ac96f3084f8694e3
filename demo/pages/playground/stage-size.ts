import { clampWidth } from "./state.ts";
import type { Store } from "./store.ts";

/** What the stage's page leaves free on both sides of the element together. */
const MARGINS = 32;

/** Keeps the frame as wide as asked, and lets its edge be dragged. The slider does the same for the keyboard. */
export function sizeStage(frame: HTMLIFrameElement, handle: HTMLElement, shown: HTMLElement, store: Store): void {
  const holder = frame.parentElement ?? frame;
  store.follow(({ stage: { width } }) => {
    holder.style.inlineSize = width === null ? "" : `${width + MARGINS}px`;
  });
  new ResizeObserver(() => {
    shown.textContent = `${Math.round(frame.clientWidth - MARGINS)} px`;
  }).observe(frame);

  handle.addEventListener("pointerdown", (start) => {
    const from = frame.clientWidth - MARGINS - start.clientX;
    handle.setPointerCapture(start.pointerId);
    const drag = (move: PointerEvent) => store.surround({ width: clampWidth(from + move.clientX) });
    handle.addEventListener("pointermove", drag);
    handle.addEventListener("lostpointercapture", () => handle.removeEventListener("pointermove", drag), {
      once: true,
    });
  });
}
