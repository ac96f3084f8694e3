/** Any of the sentences, at any depth. */
export type Overrides<M> = {
  readonly [K in keyof M]?: (M[K] extends string | ((...args: never) => string) ? M[K] : Overrides<M[K]>) | undefined;
};

/**
 * The sentences, with the given ones in place of the built-in ones. Overrides that are undefined change nothing, nor do those of
 * a group of sentences that is not loaded yet.
 */
export function mergeMessages<M extends object>(sentences: M, overrides: object | null): M {
  if (!overrides) return sentences;
  const merged = { ...sentences } as Record<string, unknown>;
  for (const [key, given] of Object.entries(overrides)) {
    const known = merged[key];
    if (given !== undefined) merged[key] = typeof given === "object" ? known && mergeMessages(known, given) : given;
  }
  return merged as M;
}
