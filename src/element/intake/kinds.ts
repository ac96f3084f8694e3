import { shownLimit } from "../settings.ts";
import type { StartWords } from "../words/view.ts";
import { loadedJudging } from "./accepted-types.ts";

/** Limits for files that can be added. */
export interface IntakeLimits {
  readonly accept: string;
  /** Whether transcripts of meetings are wanted. */
  readonly transcripts: boolean;
  readonly maxFileBytes: number;
  /** Largest number of files; null for no limit. */
  readonly maxFiles: number | null;
}

/** Readable kinds of files, of a list of extensions alone until the names of other types are loaded. "" when not known. */
export function kindsOf(accept: string, words: StartWords): string {
  const judging = loadedJudging();
  if (judging) return judging.kindsOf(accept, words);
  return /^(?:\s*\.\w+,?)*$/.test(accept) ? words.formats.either(accept.toUpperCase().match(/\w+/g) ?? []) : "";
}

/** Kinds of transcripts that people have; only names, which no language translates. */
const TRANSCRIPTS = "VTT, SRT, TXT, DOCX, PDF";

/** Facts about which files may be added, side by side; "" when any file may. */
export function hintOf({ accept, transcripts, maxFileBytes, maxFiles }: IntakeLimits, words: StartWords): string {
  const { messages, formats } = words;
  const facts = [];
  const kinds = accept ? kindsOf(accept, words) : transcripts && TRANSCRIPTS;
  if (kinds) facts.push(kinds);
  if (maxFileBytes) facts.push(messages.upTo(formats.size(shownLimit(maxFileBytes)), maxFiles !== 1));
  if (maxFiles && maxFiles > 1) facts.push(messages.atMost(maxFiles, formats));
  // A line may end with the dot, but not begin with it.
  const hint = facts.join("\u00a0· ");
  return hint.charAt(0).toLocaleUpperCase(formats.language) + hint.slice(1);
}
