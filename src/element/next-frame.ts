/** Longest wait: pages in the background get no frames, and their forms still wait to be submitted. */
const LATEST_MS = 100;

/** Scheduled work that runs with the next frame. */
export interface Frame {
  /** Resolves when the work is done or cancelled. */
  readonly over: Promise<void>;
  cancel(): void;
}

/** Runs the work once, with the next frame, or after a moment where there are no frames. */
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
