import type { DocumentKind, Hint } from "../engine/inspection.ts";

/** A hint, and the kind of the content where it is known for sure. */
export interface Findings {
  readonly hint: Hint | null;
  readonly found: DocumentKind | "html" | null;
  /** Whether the content is captions, perhaps damaged ones. */
  readonly isCaptions?: boolean;
}

export const NOTHING: Findings = { hint: null, found: null };

export function hinted(hint: Hint): Findings {
  return { hint, found: null };
}

/** Content of this kind, which is renamed if the name says another kind. */
export function found(kind: DocumentKind, named: DocumentKind | null, otherwise: Hint | null = null): Findings {
  const isRenamed = named !== null && named !== kind;
  return { hint: isRenamed ? { code: "renamed", named, found: kind } : otherwise, found: kind };
}
