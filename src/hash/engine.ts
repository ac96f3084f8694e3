/** One way of hashing, opened and ready. */
export interface HashEngine {
  /** @throws ReadError, Refusal, or the reason of the signal */
  md5(file: Blob, signal: AbortSignal): Promise<string>;
  close(): void;
}

/** This way does not work here: never an error to the user, only a reason to try the next one. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  /** Whether trying again later on the same page is of no use. */
  readonly lasting: boolean;

  constructor(reason: string, { lasting = true, cause }: { lasting?: boolean; cause?: unknown } = {}) {
    super(reason, { cause });
    this.lasting = lasting;
  }
}
