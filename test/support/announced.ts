import assert from "node:assert/strict";

/** Lines of a log, each of which a test has to announce: what nobody announced fails the test, and so does silence. */
export class Announced {
  readonly lines: string[] = [];
  readonly #patterns: RegExp[] = [];
  readonly #allowed: RegExp[] = [];

  /** Announces lines that come at least once each. */
  expect(...patterns: readonly RegExp[]): void {
    this.#patterns.push(...patterns);
  }

  /** Announces lines that may come: whether they do is a matter of time. */
  allow(...patterns: readonly RegExp[]): void {
    this.#allowed.push(...patterns);
  }

  /** Compares what came during a test with what the test announced, and forgets both. */
  assertAsAnnounced(where: string): void {
    const lines = this.lines.splice(0);
    const patterns = this.#patterns.splice(0);
    const announced = [...patterns, ...this.#allowed.splice(0)];
    const unexpected = lines.filter((line) => !announced.some((pattern) => pattern.test(line)));
    const missing = patterns.filter((pattern) => !lines.some((line) => pattern.test(line)));
    assert.deepEqual(unexpected, [], `${where} got lines that the test did not announce`);
    assert.deepEqual(missing, [], `${where} did not get the lines that the test announced`);
  }
}

const LEVELS = ["warn", "error"] as const;

/** Collects what this process would print by `console.warn` and `console.error`, until `release` is called. */
export class CapturedConsole extends Announced {
  readonly #originals = LEVELS.map((level) => [level, console[level]] as const);

  constructor() {
    super();
    for (const level of LEVELS) {
      console[level] = (...words: readonly unknown[]) => void this.lines.push(words.map(String).join(" "));
    }
  }

  release(): void {
    for (const [level, original] of this.#originals) console[level] = original;
  }
}
