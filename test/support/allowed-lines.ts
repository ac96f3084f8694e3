/**
 * Lines that the product may write on the console about failures that the tests of a file have scripted. Unlike those of
 * `expectConsole` they need not be written. A module of its own, because scripted failures are also used outside of tests.
 */
const ABOUT_A_FAILURE = /^<lightfield-\w+> \[[\w-]+\] (“[^”]*”|The list) (waits|was not \w+):/;

let areAllowed = false;

/** Allows lines about failed uploads and calls from now on: a line may come after the test that has scripted the failure. */
export function allowLines(): void {
  areAllowed = true;
}

export function isAllowed(line: string): boolean {
  return areAllowed && ABOUT_A_FAILURE.test(line);
}
