import type { UploadSnapshot } from "../../engine/snapshot.ts";
import type { FileEntry, UploaderApi } from "../../engine/uploader-api.ts";

export interface IntakeRules {
  /** One file at a time: a new one takes the place of one that is over. */
  readonly single: boolean;
  /** The page's veto, asked once for every file that would be taken. */
  allows(entry: FileEntry): boolean;
}

/** Adds what the rules and the page allow; what the rules refuse is reported by the uploader. */
export function takeIn(uploader: UploaderApi, entries: readonly FileEntry[], rules: IntakeRules): void {
  const replaceable = rules.single ? uploader.snapshot.uploads.filter(isOver) : [];
  const asked = new Set<FileEntry>();
  let candidates = entries;
  // Again after every veto: a file that did not fit before may fit now, and the page has not been asked about it.
  for (;;) {
    const fresh = fitting(uploader, candidates, replaceable.length > 0).filter((entry) => !asked.has(entry));
    if (fresh.length === 0) break;
    const vetoed = new Set<FileEntry>();
    for (const entry of fresh) {
      asked.add(entry);
      if (!rules.allows(entry)) vetoed.add(entry);
    }
    candidates = candidates.filter((entry) => !vetoed.has(entry));
  }
  if (candidates.some((entry) => asked.has(entry))) for (const { id } of replaceable) uploader.remove(id);
  if (candidates.length > 0) uploader.add(candidates);
}

function fitting(uploader: UploaderApi, entries: readonly FileEntry[], canReplace: boolean): readonly FileEntry[] {
  const { accepted, rejections } = uploader.check(entries);
  if (!canReplace || accepted.length > 0) return accepted;
  // Only the place is missing, and there is one to be had.
  const next = rejections.find(({ code }) => code === "too-many");
  return next ? entries.filter(({ file }) => file === next.file).slice(0, 1) : [];
}

function isOver({ status }: UploadSnapshot): boolean {
  return status === "succeeded" || status === "failed" || status === "cancelled";
}
