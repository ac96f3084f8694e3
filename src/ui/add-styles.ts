import type { CSSResult } from "lit";

/** Adds style sheets to the shadow tree of an element, for parts of it that were loaded later. */
export function addStyles(
  { renderRoot }: { readonly renderRoot: HTMLElement | DocumentFragment },
  ...styles: readonly CSSResult[]
): void {
  if (!(renderRoot instanceof ShadowRoot)) return;
  const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
  // Assigned, because the list could not be changed before Chromium 99. jsdom has no such list.
  renderRoot.adoptedStyleSheets = [...new Set([...(renderRoot.adoptedStyleSheets ?? []), ...sheets])];
}
