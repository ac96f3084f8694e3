import { clampWidth } from "./state.ts";
import type { Store } from "./store.ts";

/** Total width of the margins left and right of the element on the stage, in CSS pixels. */
const MARGINS = 32;

interface StageParts {
  readonly frame: HTMLIFrameElement;
  readonly handle: HTMLElement;
  /** Output that shows the width of the stage. */
  readonly shown: HTMLElement;
  readonly slider: HTMLInputElement;
}

/** Applies the selected width to the frame, whose edge can be dragged. The slider does the same for the keyboard. */
export function sizeStage({ frame, handle, shown, slider }: StageParts, store: Store): void {
  const holder = frame.parentElement ?? frame;
  store.follow(({ stage: { width } }) => {
    holder.style.inlineSize = width === null ? "" : `${width + MARGINS}px`;
  });
  new ResizeObserver(() => {
    const width = Math.round(frame.clientWidth - MARGINS);
    shown.textContent = `${width} px`;
    if (store.state.stage.width === null) slider.value = String(width);
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
