/**
 * The element's only access to the composition root. It loads the engine and the adapters as a separate chunk, when the user
 * approaches the element, or when the first file is added or sought, whichever is earlier. Until then the element only has to be rendered.
 */
import type { ConnectedUploader, CreateUploaderOptions } from "./create-uploader.ts";
import type { MeetingDraft } from "./transcripts/meeting/meeting-draft.ts";

export { filesFromDrop } from "./browser/dropped-files.ts";
export type { FoundFiles, LeftOut } from "./browser/found-files.ts";
export { contentFromPaste } from "./browser/pasted-content.ts";
export { filesFromInput } from "./browser/picked-files.ts";
export type {
  ConnectedUploader,
  ConnectionOptions,
  CreateUploaderOptions,
  EndpointFunctions,
  HeadersSource,
} from "./create-uploader.ts";
export type { Day, MeetingDraft } from "./transcripts/meeting/meeting-draft.ts";

/** Loads and creates an uploader. Rejects when the chunk cannot be loaded; the next call tries again. */
export async function loadUploader(options: CreateUploaderOptions): Promise<ConnectedUploader> {
  // Not destructured: Vite 5 and 6 rewrite a destructured `await import()` in packages by a regular expression, and break it.
  const module = await import("./create-uploader.ts");
  return module.createUploader(options);
}

/** The file name extension for a pasted text, detected from its beginning. "txt" when the detection cannot be loaded. */
export async function endingOfPaste(text: string): Promise<string> {
  const loaded = await import("./transcripts/text-kind.ts").catch(() => null);
  return loaded?.endingFor(text) ?? "txt";
}

/** What a transcript says about its meeting; null when the code cannot be loaded. */
export async function draftMeeting(file: File): Promise<MeetingDraft | null> {
  const loaded = await import("./draft-meeting.ts").catch(() => null);
  return (await loaded?.draftMeeting(file)) ?? null;
}

/** Loads the chunk ahead of time. A failure is ignored, because `loadUploader` tries again. */
export function preloadUploader(): void {
  import("./create-uploader.ts").catch(() => {});
}
