/** Any of the sentences, at any depth. */
export type Overrides<M> = {
  readonly [K in keyof M]?: (M[K] extends string | ((...args: never) => string) ? M[K] : Overrides<M[K]>) | undefined;
};

/** The sentences, with the given ones in place of the built-in ones. Overrides that are undefined change nothing. */
export function mergeMessages<M extends object>(sentences: M, overrides: object | null): M {
  if (!overrides) return sentences;
  const merged = { ...sentences } as Record<string, unknown>;
  for (const [key, given] of Object.entries(overrides)) {
    const known = merged[key];
    if (isGroup(known) && isGroup(given)) merged[key] = mergeMessages(known, given);
    else if (given !== undefined) merged[key] = given;
  }
  return merged as M;
}

function isGroup(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
