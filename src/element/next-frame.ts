/** A page in the background has no frames, and its forms wait to be sent all the same. */
const LATEST_MS = 100;

/** Something that waits for the next frame. */
export interface Frame {
  /** Resolves when it is done, or called off. */
  readonly over: Promise<void>;
  cancel(): void;
}

/** Once, with the next frame, or after a moment where there is none. */
export function nextFrame(work: () => void): Frame {
  let end = (): void => {};
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  const cancel = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    end();
  };
  const run = () => {
    cancel();
    work();
  };
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, LATEST_MS);
  return { over, cancel };
}
