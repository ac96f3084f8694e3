/** Processes of the fairness test, which tell each other one JSON value by a line. */
import { createInterface } from "node:readline";
import { startScript, stopProgram } from "../../support/processes.mjs";

/** Prints a value for the process that started this one. */
export function announce(value: object): void {
  console.log(JSON.stringify(value));
}

export interface Running {
  /** The next value that the process announces. */
  next<T>(): Promise<T>;
  stop(): Promise<void>;
}

/** Starts a file of this folder. It ends with the test run, however that ends. */
export function start(file: string, ...args: readonly string[]): Running {
  const child = startScript(new URL(file, import.meta.url), args, { stdio: ["ignore", "pipe", "inherit"] });
  if (!child.stdout) throw new Error("The process has no output.");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async next<T>() {
      const { value, done } = await lines.next();
      if (done) throw new Error(`${file} ended before it said anything.`);
      return JSON.parse(value) as T;
    },
    stop: () => stopProgram(child),
  };
}
