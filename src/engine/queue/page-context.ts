import type { FileEntry } from "../file-entry.ts";

/**
 * Function that returns the page's context for one file: that of the entry, else the uploader's. A function of the page is
 * called once, and again for the next attempt if it threw.
 *
 * @param report receives what it throws at first
 */
export function contextOf(
  { file, ...entry }: FileEntry,
  uploaders: unknown,
  report: (error: unknown) => void,
): () => unknown {
  const { context = uploaders } = entry;
  if (typeof context !== "function") return () => context;
  let answer: { readonly value: unknown } | null = null;
  const ask = () => {
    answer ??= { value: context(file) };
    return answer.value;
  };
  try {
    ask();
  } catch (error) {
    report(error);
  }
  return ask;
}
