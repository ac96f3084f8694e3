import { html, type TemplateResult } from "lit";
import { shownName } from "./file-names.ts";

/** Name in up to two lines, with its ending. Screen readers get it as one text, because they would read two pieces. */
export function nameLine(name: string): TemplateResult {
  const [stem, ending] = splitName(name);
  // Lines may end after an underscore as well.
  const pieces = stem.split(/(?<=_)(?=[^_])/).map((piece, index) => (index > 0 ? html`<wbr>${piece}` : piece));
  if (!ending) return html`<div class="name" part="name"><bdi><span>${pieces}</span></bdi></div>`;
  const shown = shownName(name);
  return html`<div class="name" part="name" title=${shown} aria-hidden="true"><bdi><span>${pieces}</span><span>${ending}</span></bdi></div><span class="spoken"><bdi>${shown}</bdi></span>`;
}

/** Number of letters of a name that fits on two lines of the narrowest list; half as many of Chinese, Japanese and Korean. */
const SHORT = 28;
const WIDE = /[\u2E80-\uD7FF]/;

/**
 * Long name in two pieces, of which only the first is shortened to fit: the ending always stays readable. The pieces meet
 * only at the dot of the ending, because letters that are joined in Arabic or Hindi would come apart anywhere else. A short
 * name is one piece.
 */
function splitName(name: string): readonly [stem: string, ending: string] {
  if (name.length <= (WIDE.test(name) ? SHORT / 2 : SHORT)) return [shownName(name), ""];
  const match = /^(.*[^.])(\.[\p{L}\p{N}]{1,8})$/su.exec(shownName(name));
  return [match?.[1] ?? shownName(name), match?.[2] ?? ""];
}
