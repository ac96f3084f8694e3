import { html, svg, type TemplateResult } from "lit";
import { icon } from "./icons.ts";

export const RETRY = icon(svg`<path d="M19 12a7 7 0 1 1-2.2-5.1L19 9m0-4v4h-4"/>`);

const SHEET = icon(
  svg`<path d="M13.5 3.5H7.5a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2v-10zv5h5M9 12.5h6M9 16h4"/>`,
);
const PICTURE = icon(
  svg`<rect x="4" y="5" width="16" height="14" rx="2"/><circle cx="9" cy="10" r="1.4"/><path d="m4.5 17 4.5-3.5 3 2.5 3.5-3.5 4 4"/>`,
);

/** Sign of a file: the ending of its name where it is short, else a picture or a sheet of paper. */
export function fileSign(name: string, mimeType: string): TemplateResult | TemplateResult<2> {
  const ending = /\.([a-z\d]{2,4})$/i.exec(name)?.[1];
  if (ending) return html`<span class="ending" data-ending=${ending.toUpperCase()}></span>`;
  return mimeType.startsWith("image/") ? PICTURE : SHEET;
}
