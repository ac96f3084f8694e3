import type { FileEntry } from "../file-entry.ts";
import { type Inspection, isSuspicious } from "../inspection.ts";
import { isUntyped, mimeTypeOf } from "../mime-types.ts";
import type { Clock } from "../ports.ts";
import type { InspectionQueue, QueuedInspection } from "./inspection-queue.ts";

export interface InspectionConfig {
  readonly entry: FileEntry;
  /** null when the file is not inspected. */
  readonly inspections: InspectionQueue | null;
  /** Whether the upload is paused once, before its session is requested, when its content is suspicious. */
  readonly holdSuspicious: boolean;
  /** Whether the user sees the result, which otherwise decides only the type of the file. */
  readonly showsInspection: boolean;
}

/** Knows the content of one file: the type to send, hints for the user, a reason to hold the upload. */
export class UploadInspection {
  readonly #config: InspectionConfig;
  /** null when the file is not inspected, and once it was. */
  #queued: QueuedInspection | null;
  #found: Inspection | null = null;
  #wasHeld = false;

  constructor(config: InspectionConfig, onFound: () => void) {
    this.#config = config;
    this.#queued =
      config.inspections?.ask(config.entry.file, (inspection) => {
        this.#found = inspection;
        this.#queued = null;
        onFound();
      }) ?? null;
  }

  /** Result for the user; null before the file is inspected. */
  get shown(): Inspection | null {
    return this.#config.showsInspection ? this.#found : null;
  }

  /** Media type that is sent: of a file whose name tells none, by the content as far as it is known. */
  get mimeType(): string {
    return mimeTypeOf(this.#config.entry.file, this.#found?.kind);
  }

  /**
   * Waits for the result: a moment, or until it is there if it decides something. Resolves with whether the upload must be
   * held, which is so at most once.
   */
  async isHeld(clock: Clock, signal: AbortSignal): Promise<boolean> {
    const { holdSuspicious } = this.#config;
    await this.#queued?.before(clock, signal, holdSuspicious || isUntyped(this.mimeType));
    if (signal.aborted || !holdSuspicious || this.#wasHeld || !isSuspicious(this.shown)) return false;
    this.#wasHeld = true;
    return true;
  }

  /** Cancels it. */
  drop(): void {
    this.#queued?.drop();
  }
}
