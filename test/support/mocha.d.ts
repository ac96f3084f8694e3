/** The globals that the browser tests' framework (mocha, BDD style) gives them: those that this project uses. */

interface MochaContext {
  /** In milliseconds; 0 means no limit. */
  timeout(ms: number): void;
  /** Ends the running test as skipped. */
  skip(): never;
  /** In a `beforeEach` or `afterEach` hook: the test that the hook is for. */
  readonly currentTest?: MochaRunnable;
}

interface MochaRunnable {
  fn?: MochaBody;
  fullTitle(): string;
}

type MochaBody = (this: MochaContext) => unknown;

interface MochaSuite {
  (title: string, body: (this: MochaContext) => void): void;
  skip(title: string, body: (this: MochaContext) => void): void;
}

interface MochaTest {
  (title: string, body: MochaBody): { timeout(ms: number): void };
  skip(title: string, body: MochaBody): void;
}

declare const describe: MochaSuite;
declare const it: MochaTest;
declare function before(body: MochaBody): void;
declare function after(body: MochaBody): void;
declare function beforeEach(body: MochaBody): void;
declare function afterEach(body: MochaBody): void;
