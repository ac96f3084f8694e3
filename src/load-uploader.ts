/**
 * Entrance of the element to the composition root. Engine and adapters are a chunk of their own, loaded when the page is
 * idle or when the first file is added, whichever is earlier: until then the element only has to be drawn.
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

/** File extension for a pasted text, by its beginning. */
export async function endingOfPaste(text: string): Promise<string> {
  const loaded = await import("./transcripts/text-kind.ts").catch(() => null);
  return loaded?.endingFor(text) ?? "txt";
}

/** Fetches the chunk ahead of time. Failures are ignored, because the next use tries again. */
export function preloadUploader(): void {
  import("./create-uploader.ts").catch(() => {});
}
