/**
 * Fails a browser test that writes a warning or an error to the console without expecting it, and keeps what is expected
 * out of the log. The test page loads this module before each test file, so its hooks are the first.
 */

import { isAllowed } from "./allowed-lines.ts";
import { turn } from "./until.ts";

/** Longest time in milliseconds to wait for a line that comes after the test. */
const LIMIT_MS = 10_000;

const LEVELS = ["warn", "error"] as const;

interface Watch {
  readonly title: string;
  readonly lines: string[];
  readonly patterns: RegExp[];
}

/** The running test, or the one that ran last; null before the first. */
let watch: Watch | null = null;

/**
 * Names what the running test makes the product say on the console, one pattern a kind of line. The test fails when a
 * pattern fits none of its lines, or a line fits no pattern.
 * @returns the lines of the test, also those still to come
 */
export function expectConsole(...patterns: readonly RegExp[]): readonly string[] {
  if (!watch) throw new Error("expectConsole was called outside a test.");
  watch.patterns.push(...patterns);
  return watch.lines;
}

for (const level of LEVELS) {
  const write = console[level].bind(console);
  console[level] = (...words: unknown[]) => {
    if (watch) watch.lines.push(words.map(asText).join(" "));
    else write(...words);
  };
}

beforeEach(function () {
  const { currentTest: test } = this;
  const body = test?.fn;
  if (!test || !body) return;
  const before = watch;
  const own: Watch = { title: test.fullTitle(), lines: [], patterns: [] };
  watch = own;
  // A hook that throws would end the whole file; a test fails alone.
  test.fn = async function (this: MochaContext) {
    if (before) assertNoneUnexpected(before);
    await body.call(this);
    // The texts of the lines are loaded with the first one.
    const missing = () => own.patterns.filter((pattern) => !own.lines.some((line) => pattern.test(line)));
    for (const giveUpAt = performance.now() + LIMIT_MS; missing().length > 0 && performance.now() < giveUpAt; ) {
      await turn(20);
    }
    assertNoneUnexpected(own);
    if (missing().length > 0) throw new Error(`Not written on the console: ${missing().join(", ")}`);
  };
});

after(() => {
  if (watch) assertNoneUnexpected(watch);
});

/** Lines that are reported once are not reported again: those of a clean-up fail the test that comes after it. */
function assertNoneUnexpected({ title, lines, patterns }: Watch): void {
  const unexpected = lines.filter((line) => !isAllowed(line) && !patterns.some((pattern) => pattern.test(line)));
  lines.splice(0, lines.length, ...lines.filter((line) => !unexpected.includes(line)));
  if (unexpected.length > 0) throw new Error(`On the console, of "${title}":\n${unexpected.join("\n")}`);
}

function asText(word: unknown): string {
  return word instanceof Error ? `${word.name}: ${word.message}` : String(word);
}
