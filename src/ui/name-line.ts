import { html, type TemplateResult } from "lit";
import { shownName } from "./file-names.ts";

/** Name with its ending; a long one is shortened where there is little room. Screen readers get the whole as one text. */
export function nameLine(name: string): TemplateResult {
  const shown = shownName(name);
  const [head, rest, ending] = piecesOf(shown);
  if (!rest) return html`<div class="name" part="name"><bdi>${breakable(shown)}</bdi></div>`;
  return html`<div class="name" part="name" title=${shown} aria-hidden="true"><bdi>${breakable(head)}<span>${breakable(rest)}</span><span>${ending}</span></bdi></div><span class="spoken"><bdi>${shown}</bdi></span>`;
}

/** Number of letters that fit on two lines of the narrowest list; half as many of Chinese, Japanese and Korean. */
const SHORT = 28;
const WIDE = /[\u2E80-\uD7FF]/;
/** Scripts from Hebrew to those of India, whose letters join or combine. */
const JOINED = /[\u0590-\u1CFF]/;

/**
 * Beginning of a name, the rest that a narrow list leaves out, and the ending. The beginning ends with a word where it can.
 * Words of letters that are joined are never cut.
 */
export function piecesOf(name: string): readonly [head: string, rest: string, ending: string] {
  const [, stem = name, ending = ""] = /^(.*[^.])(\.[\p{L}\p{N}]{1,8})$/su.exec(name) ?? [];
  const most = (WIDE.test(name) ? SHORT / 2 : SHORT) - ending.length;
  const word = JOINED.test(stem) ? "[^\\s_.-]+" : `.{${most}}`;
  const beginning = new RegExp(`^.{1,${most}}(?=[\\s_.-])|^${word}`, "su").exec(stem);
  const head = (stem.length > most && beginning?.[0]) || stem;
  return [head, stem.slice(head.length), ending];
}

/** Lines may end after an underscore as well. */
function breakable(text: string): readonly unknown[] {
  return text.split(/(?<=_)(?=[^_])/).map((piece, index) => (index > 0 ? html`<wbr>${piece}` : piece));
}
