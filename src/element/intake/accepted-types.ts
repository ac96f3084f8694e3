type Judging = typeof import("./judging.ts");

let judging: Judging | null = null;

/** Code that judges `accept` lists; null until it is loaded. The uploader shares most of it, and judges every file itself. */
export function loadedJudging(): Judging | null {
  return judging;
}

/** Runs a function with the code that judges `accept` lists: at once when it is loaded, never when it cannot be loaded. */
export function withJudging(run: (judging: Judging) => void): void {
  if (judging) run(judging);
  else
    import("./judging.ts").then(
      (loaded) => {
        judging = loaded;
        run(loaded);
      },
      () => {},
    );
}
