import type { UploadSnapshot } from "../../engine/snapshot.ts";
import type { FileEntry, UploaderApi } from "../../engine/uploader-api.ts";

export interface IntakeRules {
  /** Whether only one file is held, so that a new file replaces one that has ended. */
  readonly single: boolean;
  /** Whether the page allows the file; called once for every file that the rules accept. */
  allows(entry: FileEntry): boolean;
}

/** Adds the files that the rules and the page allow. The uploader reports those that the rules refuse. */
export function takeIn(uploader: UploaderApi, entries: readonly FileEntry[], rules: IntakeRules): void {
  const replaceable = rules.single ? uploader.snapshot.uploads.filter(isOver) : [];
  const asked = new Set<FileEntry>();
  let candidates = entries;
  // Repeats after each veto, which makes room for a file that did not fit before; `allows` must be called for it too.
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
  // The list is full, but its one upload can be replaced.
  const next = rejections.find(({ code }) => code === "too-many");
  return next ? entries.filter(({ file }) => file === next.file).slice(0, 1) : [];
}

function isOver({ status }: UploadSnapshot): boolean {
  return status === "succeeded" || status === "failed" || status === "cancelled";
}
