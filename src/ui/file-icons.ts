import { svg, type TemplateResult } from "lit";
import { icon } from "./icons.ts";

export const RETRY = icon(svg`<path d="M19 12a7 7 0 1 1-2.2-5.1L19 9m0-4v4h-4"/>`);

const sheet = (inside: string): TemplateResult<2> =>
  icon(svg`<path d="M13.5 3.5H7.5a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2v-10zv5h5"/><path d=${inside}/>`);

const TEXT = sheet("M9 12.5h6M9 16h4");
const TABLE = sheet("M8.5 12.5h7v4.5h-7zm3.5 0V17");
const ARCHIVE = sheet("M9.5 6v.1m0 2.4v.1m0 2.4v.1M8.5 14h2v3h-2z");
const SPEECH = sheet("M8.5 14v1.5m2.3-4v6m2.4-4.5v3m2.3-2v1");
const OTHER = sheet("");
const PICTURE = icon(
  svg`<rect x="4" y="5" width="16" height="14" rx="2"/><circle cx="9" cy="10" r="1.4"/><path d="m4.5 17 4.5-3.5 3 2.5 3.5-3.5 4 4"/>`,
);
const FILM = icon(svg`<rect x="4" y="5.5" width="16" height="13" rx="2"/><path d="m10.5 9.5 4 2.5-4 2.5z"/>`);

/** Icon for a kind of file, by its MIME type. */
export function fileIcon(mimeType: string): TemplateResult<2> {
  if (mimeType.startsWith("image/")) return PICTURE;
  if (mimeType.startsWith("video/")) return FILM;
  if (mimeType.startsWith("audio/")) return SPEECH;
  if (/zip|tar|compressed/.test(mimeType)) return ARCHIVE;
  if (/csv|sheet|excel|tab-sep/.test(mimeType)) return TABLE;
  if (/^text|pdf|word|document|json|xml|subrip|rtf/.test(mimeType)) return TEXT;
  return OTHER;
}
