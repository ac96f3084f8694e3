import { loadedJudging } from "./accepted-types.ts";

/**
 * Whether a dragged file may be accepted. False only if no file is: during a drag, browsers reveal the types but not the
 * names of files, no types of folders, and some browsers reveal nothing.
 */
export function mayFit(transfer: DataTransfer, accept: string): boolean {
  const judge = loadedJudging()?.judgeOf(accept);
  let isTypeKnown = false;
  // Stops at the first match: ten thousand items take longer than a frame.
  for (const { kind, type } of transfer.items) {
    if (kind !== "file") continue;
    if (judge ? judge.mayFit(type) : mayFitUnjudged(type, accept)) return true;
    isTypeKnown = true;
  }
  return !isTypeKnown;
}

/** False for pictures, sound and films where the list contains nothing but complete types of other kinds. */
function mayFitUnjudged(type: string, accept: string): boolean {
  const [group = ""] = type.split("/");
  return !accept || /[.*]/.test(accept) || !/audio|image|video/.test(group) || accept.includes(group);
}
