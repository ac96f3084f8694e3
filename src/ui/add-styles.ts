import type { CSSResult } from "lit";

/** Adds a style sheet to the shadow tree of an element, for a part of it that was loaded later. */
export function addStyles(
  { renderRoot }: { readonly renderRoot: HTMLElement | DocumentFragment },
  styles: CSSResult,
): void {
  const sheets = renderRoot instanceof ShadowRoot ? renderRoot.adoptedStyleSheets : [];
  if (styles.styleSheet && !sheets.includes(styles.styleSheet)) sheets.push(styles.styleSheet);
}
