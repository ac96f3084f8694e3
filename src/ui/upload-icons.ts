import { svg } from "lit";
import { icon } from "./icons.ts";
export const PAUSE = icon(svg`<path d="M9 6.5v11m6-11v11"/>`);
export const RESUME = icon(svg`<path d="m8.5 6 9 6-9 6z"/>`);

/** Sign for taking a file off the list. The cross cancels. */
export const REMOVE = icon(svg`<circle cx="12" cy="12" r="8"/><path d="M8.5 12h7"/>`);
export const DONE = icon(svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`);

/** Shield for files whose MD5 Lightfield has verified; the only filled icon. */
export const VERIFIED = icon(
  svg`<path fill="currentColor" fill-rule="evenodd" d="M12 3 5 5.7v5.5c0 4.5 2.9 7.9 7 10 4.1-2.1 7-5.5 7-10V5.7zM7.6 12.4 11 15.8l5.6-5.9-1.4-1.3-4.2 4.4-2-2z"/>`,
);
