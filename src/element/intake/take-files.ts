/** What follows a drag or a drop, loaded with the list. */
import { isFolderJunk, isJunkInFolder } from "../../engine/queue/folder-junk.ts";
import type { FoundFiles } from "../../load-uploader.ts";
import { mostFiles, type UploaderSettings } from "../settings.ts";
import type { View } from "../words/view.ts";
import { kindsOf } from "./kinds.ts";
import type { Refusal } from "./refusals.ts";

type IntakeSettings = Pick<UploaderSettings, "accept" | "directory" | "maxFiles" | "multiple">;

export interface FilesTaker {
  /** Whether the files were dropped: then they may be others than the user meant. */
  readonly isDrop: boolean;
  /** Whether the files are no longer wanted, because the form was reset. */
  isOver(): boolean;
  refuse(refusals: readonly Refusal[]): void;
  add(found: FoundFiles): Promise<void>;
}

/**
 * Adds files as they are found. What systems and programs created is left out of folders without a word; where it was
 * dropped by itself, the user is asked.
 */
export async function takeFiles(batches: AsyncIterable<FoundFiles>, taker: FilesTaker): Promise<void> {
  let isEmpty = true;
  let folder = "";
  for await (const { entries, left } of batches) {
    if (taker.isOver()) return;
    folder ||= entries[0]?.folder?.split("/")[0] ?? "";
    const meant = entries.filter((entry) => !isJunkInFolder(entry));
    if (meant.length + left.length > 0) isEmpty = false;
    const doubted = taker.isDrop ? meant.filter(({ file, folder }) => !folder && isFolderJunk(file.name)) : [];
    taker.refuse(doubted.map((entry) => ({ code: "system-file", name: entry.file.name, entry })));
    await taker.add({ entries: meant.filter((entry) => !doubted.includes(entry)), left });
  }
  if (isEmpty && !taker.isOver()) taker.refuse([{ code: folder ? "folder-empty" : "no-files", name: folder }]);
}

/** Reason why dragged files would be refused; "" when there is none to give. Their names are not known yet. */
export function dragReason(settings: IntakeSettings, isFull: boolean, view: View): string {
  const { messages, formats } = view;
  if (isFull) return messages.rejections["too-many"](mostFiles(settings) ?? 0, formats);
  return settings.accept && messages.rejections.type(kindsOf(settings.accept, view) || settings.accept);
}
