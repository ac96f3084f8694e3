import type { Inspection } from "../inspection.ts";
import type { Clock, Inspector } from "../ports.ts";

/** Files that are looked at side by side while they wait for their turn to be sent. */
const AT_ONCE = 2;
/** The longest that a session waits for the look at its file. */
const MOST_WAIT_MS = 100;

/** The look at one file. */
export interface QueuedInspection {
  /** Moves it to the front, and resolves when it is over or has taken too long to wait for. */
  before(clock: Clock, signal: AbortSignal): Promise<void>;
  /** Nobody wants it any more. One that has begun goes on unheard. */
  drop(): void;
}

interface Job {
  readonly file: File;
  readonly tell: (inspection: Inspection) => void;
  readonly settle: () => void;
}

/** InspectionQueue at files in the order in which they were added, a few at a time; what is about to be sent comes first. */
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
    const job: Job = { file, settle, tell: (inspection) => isWanted && onSeen(inspection) };
    this.#line.add(job);
    this.#fill();
    return {
      before: async (clock, signal) => {
        // More than AT_ONCE, then: as many as there are uploads under way.
        if (this.#line.delete(job)) void this.#run(job);
        await Promise.race([over, clock.sleep(MOST_WAIT_MS, signal)]);
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

  async #run({ file, tell, settle }: Job): Promise<void> {
    this.#running += 1;
    const inspection = await this.#inspector.inspect(file).catch(() => null);
    this.#running -= 1;
    if (inspection) tell(inspection);
    settle();
    this.#fill();
  }
}
