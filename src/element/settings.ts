import type { CreateUploaderOptions } from "../load-uploader.ts";

/** Settings of the element that its uploader follows. The element's properties describe each. */
export interface UploaderSettings {
  readonly endpoint: CreateUploaderOptions["endpoint"] | null;
  readonly headers: CreateUploaderOptions["headers"] | null;
  readonly credentials: RequestCredentials | "";
  readonly workerUrl: string;
  readonly accept: string;
  readonly multiple: boolean;
  readonly directory: boolean;
  readonly maxFiles: number | null;
  readonly maxFileSize: number | null;
  readonly minFileSize: number | null;
  readonly maxConcurrentUploads: number;
  readonly purpose: string;
  readonly context: unknown;
  readonly noInspect: boolean;
  readonly holdSuspicious: boolean;
  readonly noRecovery: boolean;
  readonly noAuto: boolean;
}

/** Whether several files are accepted. A folder counts as several files. */
export function takesMany({ multiple, directory }: Pick<UploaderSettings, "multiple" | "directory">): boolean {
  return multiple || directory;
}

/** Largest number of files on the list; null for no limit. */
export function mostFiles(settings: Pick<UploaderSettings, "multiple" | "directory" | "maxFiles">): number | null {
  return takesMany(settings) ? limit(settings.maxFiles) : 1;
}

/** Lightfield's limit for a file, in bytes. */
const LIGHTFIELD_LIMIT = 536_870_912;

/** Largest size of a file, in bytes; by default Lightfield's own limit. */
export function maxFileBytes({ maxFileSize }: Pick<UploaderSettings, "maxFileSize">): number {
  return limit(maxFileSize) ?? LIGHTFIELD_LIMIT;
}

/** Limit as it is shown, in bytes: Lightfield's own as its documentation writes it, "512 MB". */
export function shownLimit(bytes: number): number {
  return bytes === LIGHTFIELD_LIMIT ? 512e6 : bytes;
}

/** Value of a numeric attribute; null when it is not set or not a valid number. */
export function limit(value: number | null): number | null {
  return value !== null && Number.isFinite(value) && value >= 0 ? value : null;
}
