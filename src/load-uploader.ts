/**
 * The element's door to the composition root. Engine and adapters come through it as a chunk of their own, asked for
 * when the page has nothing better to do or when the first file comes, whichever is sooner: until then the element only
 * has to be drawn.
 */
import type { ConnectedUploader, CreateUploaderOptions } from "./create-uploader.ts";

export { type DroppedFiles, filesFromDrop as entriesFromDrop } from "./browser/dropped-files.ts";
export { entriesFromInput, filesFromPaste as entriesFromPaste, textFromPaste } from "./browser/picked-files.ts";
export type { ConnectedUploader, ConnectionOptions, CreateUploaderOptions } from "./create-uploader.ts";

/** Rejects when the chunk cannot be fetched; the next call tries again. */
export async function loadUploader(options: CreateUploaderOptions): Promise<ConnectedUploader> {
  const { createUploader } = await import("./create-uploader.ts");
  return createUploader(options);
}

/** The ending for the name of a pasted text, by how it begins. */
export async function endingOfPaste(text: string): Promise<string> {
  const loaded = await import("./transcripts/text-kind.ts").catch(() => null);
  return loaded?.endingFor(text) ?? "txt";
}

/** Fetches the chunk ahead of time; nobody needs to know when that fails. */
export function preloadUploader(): void {
  import("./create-uploader.ts").catch(() => {});
}
