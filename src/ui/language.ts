/** Entry for the language closest to the tag: "de-AT" is closest to "de", "zh-HK" to "zh-Hant". */
export function closestLanguage<L>(tag: string, languages: Readonly<Record<string, L>>): L | undefined {
  // English is built in. `maximize` takes several milliseconds in a fresh page.
  if (/^en\b/i.test(tag)) return undefined;
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return languages[`${language}-${script}`] ?? languages[language];
  } catch {
    // Not a language tag.
    return undefined;
  }
}

/** Language that the browser assumes for the text in an element; "" when the page does not declare one. */
export function languageOf(element: Element): string {
  const found = element.closest<HTMLElement>("[lang]");
  if (found) return found.lang;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? languageOf(root.host) : "";
}

/** Text direction of a language; undefined for left to right, which needs no `dir` attribute. */
export function directionOf(language: string | undefined): "rtl" | undefined {
  return /^(ar|fa|he|ur)\b/.test(language ?? "") ? "rtl" : undefined;
}
