import type { Content, ContentMemory, RemoteFile, UploadedBefore, UploadedFile } from "../ports.ts";
import { asComparable } from "../recovery/comparable-context.ts";
import { mayBeSameFile, nameOfFirst } from "./same-file.ts";

/** Store of uploaded files, which outlives the page. A method that rejects finds or remembers nothing. */
export interface UploadedStore {
  /**
   * Files that are remembered, the latest first.
   *
   * @param name leaves out files whose `nameOfFirst` is another, so that thousands of files are not compared with all others; a
   *   store may ignore it
   */
  list(name?: string): Promise<readonly UploadedFile[]>;
  save(file: UploadedFile): Promise<void>;
}

/** Largest number of characters of a context that is stored with a file. */
const MOST_CONTEXT_CHARS = 2_000;

/** Where a file was, or is to be uploaded. */
type Place = Pick<UploadedFile, "name" | "folder" | "sizeBytes" | "scope" | "purpose" | "context">;

/** Recognizes content by its name, size and MD5, among the files that a store remembers. */
export class KnownContents implements ContentMemory {
  readonly #store: UploadedStore;
  readonly #now: () => number;

  /** @param now returns the time in epoch milliseconds */
  constructor(store: UploadedStore, now: () => number) {
    this.#store = store;
    this.#now = now;
  }

  async recall(content: Content, md5: () => Promise<string>): Promise<UploadedBefore | null> {
    const place = placeOf(content);
    if (!place) return null;
    const alike = await this.#store.list(nameOfFirst(place.name)).catch(() => []);
    const candidates = alike.filter((known) => mayBeSame(known, place));
    if (candidates.length === 0) return null;
    const digest = await md5();
    const same = candidates.find((known) => known.md5 === digest);
    return same ? Object.freeze({ id: same.id, name: same.name, uploadedAt: same.uploadedAt }) : null;
  }

  async remember(content: Content, { id, completedAt }: RemoteFile, md5: string): Promise<void> {
    const place = placeOf(content);
    // A file that is not remembered is uploaded once more without a question, and that is all.
    if (place) await this.#store.save({ ...place, id, md5, uploadedAt: completedAt ?? this.#now() }).catch(() => {});
  }
}

function mayBeSame(known: UploadedFile, place: Place): boolean {
  return (
    known.scope === place.scope &&
    known.purpose === place.purpose &&
    known.context === place.context &&
    mayBeSameFile(asFile(known), asFile(place))
  );
}

function asFile({ name, sizeBytes, folder }: Place) {
  return { file: { name, size: sizeBytes }, folder };
}

/** null if the context cannot be compared or stored. */
function placeOf({ file, folder, scope, purpose, context }: Content): Place | null {
  const text = comparable(context);
  if (text === null || text.length > MOST_CONTEXT_CHARS) return null;
  return { name: file.name, folder, sizeBytes: file.size, scope, purpose, context: text };
}

/**
 * The context as text. Without `meeting`, the details that the user enters for each file: the same transcript under another
 * title is the same meeting.
 */
function comparable(context: Content["context"]): string | null {
  try {
    const given = context();
    if (typeof given !== "object" || given === null || !("meeting" in given)) return asComparable(given);
    const { meeting, ...rest } = given;
    return Object.keys(rest).length > 0 ? asComparable(rest) : "";
  } catch {
    return null;
  }
}
