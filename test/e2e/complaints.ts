import type { Page } from "playwright-core";
import { Announced } from "../support/announced.ts";

/** What Chromium itself logs about a request that a test has made fail. */
export const FAILED_REQUEST = /^Failed to load resource: /;

/** One line on the host's console. */
export const HOST_LINE = /^lightfield-uploader: /;

/** Uncaught errors of a page, and the errors and warnings on its console. */
export class Complaints extends Announced {
  constructor(page: Page) {
    super();
    page.on("pageerror", (error) => this.lines.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.lines.push(message.text());
    });
  }

  assertExpected(): void {
    this.assertAsAnnounced("the page's console");
  }
}
