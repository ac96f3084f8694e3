import { html, type TemplateResult } from "lit";

/**
 * Tooltip of a button with a label. A `title` of the button itself would be a description for screen readers, which repeats
 * its name.
 */
export const tip = (label: string): TemplateResult => html`<span class="tip" aria-hidden="true" title=${label}></span>`;
