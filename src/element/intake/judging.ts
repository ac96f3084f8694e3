import type { StartWords } from "../words/view.ts";
import { type AcceptJudge, acceptJudge } from "./accept-judge.ts";

let last: { readonly accept: string; readonly judge: AcceptJudge } | null = null;

/** Judge of an `accept` list. */
export function judgeOf(accept: string): AcceptJudge {
  if (last?.accept !== accept) last = { accept, judge: acceptJudge(accept) };
  return last.judge;
}

/**
 * Whether a dragged file may be accepted. False only if no file is: during a drag, browsers reveal the types but not the
 * names of files, no types of folders, and some browsers reveal nothing.
 */
export function mayFit(transfer: DataTransfer, accept: string): boolean {
  const judge = judgeOf(accept);
  let isTypeKnown = false;
  // Stops at the first match: ten thousand items take longer than a frame.
  for (const { kind, type } of transfer.items) {
    if (kind !== "file") continue;
    if (judge.mayFit(type)) return true;
    isTypeKnown = true;
  }
  return !isTypeKnown;
}

/** Readable kinds of files: "VTT, TXT, PDF or image" for ".vtt, text/plain, application/pdf, image/*"; "" for every file. */
export function kindsOf(accept: string, { messages, formats }: StartWords): string {
  const words: Readonly<Record<string, string>> = messages.kinds;
  return formats.either(judgeOf(accept).kinds.map((kind) => words[kind.slice(0, -2)] ?? kind));
}

/** Warning for the developer that parts of the list have no effect; null without such parts. */
export function warningFor(accept: string): string | null {
  const { useless } = judgeOf(accept);
  if (useless.length === 0) return null;
  return `"accept" contains ${useless.map((part) => `"${part}"`).join(", ")}, which cannot match any file and is ignored.`;
}
