import type { UploaderEvent } from "../engine/uploader-api.ts";
import { type Frame, nextFrame } from "./next-frame.ts";

/**
 * Shortest time in milliseconds between two drawings of what a server caused. Nobody reads figures faster, and drawing them in
 * every frame took as much of the processor as hashing the file.
 */
const PACE_MS = 150;

/** Events caused by a server, possibly hundreds a second. Events caused by the user are drawn at once. */
const PACED = new Set<UploaderEvent["type"]>(["progressed", "started", "inspected", "succeeded"]);

/** Decides when a changed snapshot is drawn. Times are those of `performance.now()`. */
export class DrawingPace {
  readonly #draw: () => void;
  #frame: Frame | null = null;
  /** Timer of the next drawing, while the last one is too recent. */
  #pause: ReturnType<typeof setTimeout> | undefined;
  #drawnAt = Number.NEGATIVE_INFINITY;
  /** Whether the snapshot has changed since it was drawn. */
  #isStale = false;

  constructor(draw: () => void) {
    this.#draw = draw;
  }

  /** Whether the last drawing is too recent for another one. */
  get isRecent(): boolean {
    return this.#waitMs > 0;
  }

  /** Resolves when the current snapshot is being drawn, with the next frame; undefined when it is drawn already. */
  get drawn(): Promise<void> | undefined {
    if (!this.#isStale) return undefined;
    this.drawNextFrame();
    return this.#frame?.over;
  }

  /** Draws with the next frame, or a moment later when the last drawing is recent. */
  readonly drawSoon = (): void => {
    this.#isStale = true;
    if (this.#frame || this.#pause !== undefined) return;
    if (this.isRecent) this.#pause = setTimeout(() => this.drawNextFrame(), this.#waitMs);
    else this.drawNextFrame();
  };

  /** Draws what an event of the uploader changed as soon as a user expects it. */
  readonly follow = ({ type }: UploaderEvent): void => {
    // The user waits for failures and for the end.
    if (type === "failed" || type === "finished") this.drawNextFrame();
    else if (!PACED.has(type) && !(type === "added" && this.isRecent)) this.#draw();
  };

  drawNextFrame(): void {
    this.#endPause();
    this.#frame ??= nextFrame(() => {
      this.#frame = null;
      if (this.#isStale) this.#draw();
    });
  }

  /** Notes that the current snapshot is being drawn, for whatever reason. */
  note(): void {
    this.#isStale = false;
    this.#drawnAt = performance.now();
  }

  stop(): void {
    this.#endPause();
    this.#frame?.cancel();
    this.#frame = null;
  }

  get #waitMs(): number {
    return this.#drawnAt + PACE_MS - performance.now();
  }

  #endPause(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
  }
}
