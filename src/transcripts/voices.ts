import type { Cue } from "./cues.ts";
import { decodeEntities } from "./entities.ts";
import { distinct, merged, shown, tidy } from "./speaker-names.ts";

/** Names of the speakers that WebVTT marks as such, in the order of their appearance; none where it marks none. */
export function voicesIn(cues: readonly Cue[]): string[] {
  return shown(merged(distinct(cues.flatMap(voicesOf))).values());
}

/** Names in `<v Name>` and `<v.loud Name>` (WebVTT, "cue voice span"), which may continue in the next line. */
function voicesOf({ lines }: Cue): string[] {
  const tags = lines.join("\n").matchAll(/<v(?:\.[^\s>]{0,99})?\s{1,9}([^>]{1,200})>/g);
  return [...tags].map(([, name = ""]) => tidy(decodeEntities(name)));
}
