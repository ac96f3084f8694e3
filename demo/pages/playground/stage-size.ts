import { clampWidth } from "./state.ts";
import type { Store } from "./store.ts";

/** Total horizontal margin of the stage's page, in pixels. */
const MARGINS = 32;

interface StageParts {
  readonly frame: HTMLIFrameElement;
  readonly handle: HTMLElement;
  /** Element that shows the width. */
  readonly shown: HTMLElement;
  readonly slider: HTMLInputElement;
}

/** Sets the width of the frame, which can be changed by dragging its edge or with the slider. */
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
