import assert from "node:assert/strict";
import type { Page } from "playwright-core";

/** What Chromium itself logs about a request that a test has made fail. */
export const FAILED_REQUEST = /^Failed to load resource: /;

/** Uncaught errors of a page, and the errors and warnings on its console. */
export class Complaints {
  readonly all: string[] = [];
  readonly uncaught: string[] = [];
  readonly #expected: RegExp[] = [];

  constructor(page: Page) {
    page.on("pageerror", (error) => {
      this.all.push(String(error));
      this.uncaught.push(String(error));
    });
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.all.push(message.text());
    });
  }

  /** Announces a complaint that the page has to make at least once. */
  expect(...patterns: readonly RegExp[]): void {
    this.#expected.push(...patterns);
  }

  /** Fails on a complaint that no test announced, and on an announced one that was not made. */
  assertExpected(): void {
    const unexpected = this.all.filter((line) => !this.#expected.some((pattern) => pattern.test(line)));
    assert.deepEqual(unexpected, [], "the page complains about something that the test did not announce");
    const missing = this.#expected.filter((pattern) => !this.all.some((line) => pattern.test(line)));
    assert.deepEqual(missing, [], "the page did not complain about what the test announced");
  }
}
