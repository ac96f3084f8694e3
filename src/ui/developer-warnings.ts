import { ERRORS_PAGE } from "../wire/console-codes.ts";
import type { Mistake } from "./console-report.ts";

/**
 * Warns the developer of the page on the console, once for each mistake of an element. The texts are loaded with the first.
 *
 * @param otherwise called when the texts cannot be loaded
 */
export function warn(element: { readonly localName: string }, mistake: Mistake, otherwise = () => {}): void {
  import("./console-report.ts").then(({ report }) => report(element, mistake), otherwise);
}

/** Line on the console without the text about cause and fix. */
export function consoleLine(tag: string, code: string, what: string): string {
  return `<${tag}> [${code}] ${what} → ${ERRORS_PAGE}#${code}`;
}
