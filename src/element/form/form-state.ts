import type { HeldFile } from "./held-files.ts";

/** Text that the browser stores with the history entry of the page, so that the form holds the files after a return. */
export function stateOf(files: readonly HeldFile[]): string {
  return JSON.stringify(files);
}

/** Files from such a text. Invalid entries are left out: the text may come from another version or another script. */
export function filesOf(state: unknown): readonly HeldFile[] {
  const files = new Map<string, HeldFile>();
  for (const one of listIn(state)) {
    const file = fileFrom(one);
    if (file) files.set(file.id, file);
  }
  return [...files.values()];
}

function listIn(state: unknown): readonly unknown[] {
  try {
    const parsed: unknown = typeof state === "string" ? JSON.parse(state) : null;
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

function fileFrom(value: unknown): HeldFile | null {
  const { id, name, mimeType, sizeBytes, md5 }: Partial<Record<keyof HeldFile, unknown>> = Object(value);
  if (typeof id !== "string" || typeof name !== "string" || typeof mimeType !== "string") return null;
  if (!id || !name || typeof sizeBytes !== "number" || !(sizeBytes >= 0)) return null;
  return { id, name, mimeType, sizeBytes, md5: typeof md5 === "string" && /^[\da-f]{32}$/.test(md5) ? md5 : null };
}
