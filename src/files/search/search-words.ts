import { closestLanguage } from "../../ui/language.ts";
import { mergeMessages } from "../../ui/merge-messages.ts";
import { sentences as ENGLISH } from "./locales/en.ts";
import type { SearchMessages } from "./messages.ts";

type Load = () => Promise<{ readonly sentences: SearchMessages }>;

export const SEARCH_LOCALES = {
  ar: () => import("./locales/ar.ts"),
  de: () => import("./locales/de.ts"),
  es: () => import("./locales/es.ts"),
  fr: () => import("./locales/fr.ts"),
  he: () => import("./locales/he.ts"),
  hi: () => import("./locales/hi.ts"),
  it: () => import("./locales/it.ts"),
  ja: () => import("./locales/ja.ts"),
  ko: () => import("./locales/ko.ts"),
  nl: () => import("./locales/nl.ts"),
  pl: () => import("./locales/pl.ts"),
  pt: () => import("./locales/pt-BR.ts"),
  ru: () => import("./locales/ru.ts"),
  tr: () => import("./locales/tr.ts"),
  uk: () => import("./locales/uk.ts"),
  "zh-Hans": () => import("./locales/zh-Hans.ts"),
  "zh-Hant": () => import("./locales/zh-Hant.ts"),
} satisfies Record<string, Load>;

/** Loads the sentences of the search in the language of the element. */
export class SearchWords {
  #tag = "en";
  #sentences: SearchMessages | null = ENGLISH;

  /**
   * Sentences in the language, or those of the last one while they are loading; null while the first ones are.
   *
   * @param onLoaded called when the sentences of another language have been loaded
   */
  sentences(tag: string, overrides: object | null, onLoaded: () => void): SearchMessages | null {
    if (tag !== this.#tag) {
      if (this.#sentences === ENGLISH) this.#sentences = null;
      this.#tag = tag;
      void this.#load(tag, closestLanguage<Load>(tag, SEARCH_LOCALES), onLoaded);
    }
    return this.#sentences && mergeMessages({ search: this.#sentences }, overrides).search;
  }

  async #load(tag: string, load: Load | undefined, onLoaded: () => void): Promise<void> {
    const loaded = await load?.().catch(() => null);
    if (tag !== this.#tag) return;
    this.#sentences = loaded?.sentences ?? ENGLISH;
    onLoaded();
  }
}
