import { svg, type TemplateResult } from "lit";

/** Icon of 24 × 24 in the colour of the text. Hidden from screen readers, because the text beside it has the meaning. */
export const icon = (paths: TemplateResult<2>): TemplateResult<2> =>
  svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${paths}</svg>`;

/** The template of the drop zone has a copy of it, because each further template delays the first frame. */
export const UPLOAD = icon(svg`<path d="M12 16V5m-4.5 4L12 4.5 16.5 9M4.5 15.5v2a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2v-2"/>`);
export const CLOSE = icon(svg`<path d="m7 7 10 10M17 7 7 17"/>`);
export const ALERT = icon(svg`<circle cx="12" cy="12" r="8"/><path d="M12 8v4.5m0 3v.1"/>`);
