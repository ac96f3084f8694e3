/** A started implementation of MD5, in a worker or on the page. */
export interface Md5Backend {
  /**
   * The digest of a file as 32 lower-case hex digits.
   *
   * @throws ReadError, Unavailable, or the reason of the signal
   */
  md5(file: Blob, signal: AbortSignal): Promise<string>;
  close(): void;
}

/** A strategy does not work on this page. Never shown to the user: the next strategy is tried instead. */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
  /** Whether retrying later on the same page cannot succeed. */
  readonly permanent: boolean;

  constructor(reason: string, { permanent = true, cause }: { permanent?: boolean; cause?: unknown } = {}) {
    super(reason, { cause });
    this.permanent = permanent;
  }
}
