import type { ConsoleMessage, Page } from "playwright-core";
import { Announced } from "../support/announced.ts";

/** What Chromium itself logs about a request that a test has made fail. */
export const FAILED_REQUEST = /^Failed to load resource: /;

/** A line of the uploader about something that the developer of the page should know. */
export const UPLOADER_LINE = /^<lightfield-(uploader|files)> \[[\w-]+\] /;

/** One line on the host's console. */
export const HOST_LINE = /^lightfield-uploader: /;

/** Uncaught errors of a page, and the errors and warnings on its console. */
export class Complaints extends Announced {
  constructor(page: Page) {
    super();
    page.on("pageerror", (error) => this.lines.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.lines.push(lineOf(message));
    });
  }

  // What the widget says about a request that a test has made fail is the subject of other tests (first-mistakes).
  override expect(...patterns: readonly RegExp[]): void {
    super.expect(...patterns);
    if (patterns.includes(FAILED_REQUEST)) this.allow(UPLOADER_LINE);
  }

  override allow(...patterns: readonly RegExp[]): void {
    super.allow(...patterns, ...(patterns.includes(FAILED_REQUEST) ? [UPLOADER_LINE] : []));
  }

  assertExpected(): void {
    this.assertAsAnnounced("the page's console");
  }
}

/** The text of a message, and for a request that failed its address, without which nobody finds the cause. */
function lineOf(message: ConsoleMessage): string {
  const text = message.text();
  return FAILED_REQUEST.test(text) ? `${text}: ${message.location().url}` : text;
}
