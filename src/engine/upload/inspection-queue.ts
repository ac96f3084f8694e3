import type { Inspection } from "../inspection.ts";
import type { Clock, Inspector } from "../ports.ts";

/** Files that are inspected at the same time while they wait for their turn to be sent. */
const AT_ONCE = 2;
/** Longest time in milliseconds that a session waits for the inspection of its file. */
const MOST_WAIT_MS = 100;

/** The same where the result decides if or as which type the file is sent. A file that cannot be read in this time is sent. */
const MOST_WAIT_TO_DECIDE_MS = 30_000;

/** The inspection of one file. */
export interface QueuedInspection {
  /**
   * Moves the inspection to the front, and resolves when it has ended or the time limit is over.
   * @param decides whether the result decides if or how the file is sent, so that the limit is long
   */
  before(clock: Clock, signal: AbortSignal, decides?: boolean): Promise<void>;
  /** Removes it from the queue. The result of one that has begun is not reported. */
  drop(): void;
}

interface Job {
  readonly file: File;
  readonly report: (inspection: Inspection) => void;
  readonly settle: () => void;
}

/** Inspects files in the order in which they were added, a few at a time; a file that is about to be sent comes first. */
export class InspectionQueue {
  readonly #inspector: Inspector;
  readonly #line = new Set<Job>();
  #running = 0;

  constructor(inspector: Inspector) {
    this.#inspector = inspector;
  }

  /** `onSeen` is called once at most, and never before this returns. */
  ask(file: File, onSeen: (inspection: Inspection) => void): QueuedInspection {
    let settle = (): void => {};
    let isWanted = true;
    const over = new Promise<void>((resolve) => {
      settle = resolve;
    });
    const job: Job = { file, settle, report: (inspection) => isWanted && onSeen(inspection) };
    this.#line.add(job);
    this.#fill();
    return {
      before: async (clock, signal, decides = false) => {
        // May exceed AT_ONCE by the number of running uploads.
        if (this.#line.delete(job)) void this.#run(job);
        await Promise.race([over, clock.sleep(decides ? MOST_WAIT_TO_DECIDE_MS : MOST_WAIT_MS, signal)]);
      },
      drop: () => {
        isWanted = false;
        this.#line.delete(job);
        settle();
      },
    };
  }

  #fill(): void {
    for (const job of this.#line) {
      if (this.#running >= AT_ONCE) break;
      this.#line.delete(job);
      void this.#run(job);
    }
  }

  async #run({ file, report, settle }: Job): Promise<void> {
    this.#running += 1;
    const inspection = await inspected(this.#inspector, file);
    this.#running -= 1;
    if (inspection) report(inspection);
    settle();
    this.#fill();
  }
}

/** null when the file could not be inspected, for whatever reason. */
async function inspected(inspector: Inspector, file: File): Promise<Inspection | null> {
  try {
    return await inspector.inspect(file);
  } catch {
    return null;
  }
}
