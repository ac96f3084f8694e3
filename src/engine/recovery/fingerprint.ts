import type { FileIdentity, Hasher } from "../ports.ts";

const SAMPLE_BYTES = 65_536;
const SAMPLES = 8;

/**
 * Evenly spread samples of a file, its first and last bytes among them: enough to recognize a file in a
 * few milliseconds. A change between the samples is found later, by the MD5 of the whole file.
 */
export function sampleOf(file: Blob): Blob {
  if (file.size <= SAMPLES * SAMPLE_BYTES) return file;
  const step = (file.size - SAMPLE_BYTES) / (SAMPLES - 1);
  const starts = Array.from({ length: SAMPLES }, (_, index) => Math.round(index * step));
  return new Blob(starts.map((start) => file.slice(start, start + SAMPLE_BYTES)));
}

/** Identity of a file. @throws UploadError `file-unreadable` when the file is gone */
export async function identify(file: File, hasher: Hasher, signal: AbortSignal): Promise<FileIdentity> {
  return {
    name: file.name,
    sizeBytes: file.size,
    lastModified: file.lastModified,
    fingerprint: await hasher.md5(sampleOf(file), signal),
  };
}

export function isSameFile(one: FileIdentity, other: FileIdentity): boolean {
  return (
    one.name === other.name &&
    one.sizeBytes === other.sizeBytes &&
    one.lastModified === other.lastModified &&
    one.fingerprint === other.fingerprint
  );
}
