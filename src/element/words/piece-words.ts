import { closestLanguage } from "../../ui/language.ts";
import { mergeMessages } from "../../ui/merge-messages.ts";

/** Loaders of one piece of every language besides English. */
export type PieceLoaders<M> = Readonly<Record<string, () => Promise<{ readonly sentences: M }>>>;

/**
 * Sentences of one piece, loaded in the language of the element beside those of the list. English until they are loaded, and
 * if that fails.
 */
export class PieceWords<M extends object> {
  readonly #key: string;
  readonly #english: M;
  readonly #languages: PieceLoaders<M>;
  #tag = "en";
  #sentences: M;
  #isLoading = false;

  /** @param key name of the piece among the page's own sentences */
  constructor(key: string, english: M, languages: PieceLoaders<M>) {
    this.#key = key;
    this.#english = english;
    this.#languages = languages;
    this.#sentences = english;
  }

  /** Whether the sentences of the language that was asked for last are still being loaded. */
  get isLoading(): boolean {
    return this.#isLoading;
  }

  /**
   * @param overrides sentences of the page in place of built-in ones; null for none
   * @param onLoaded called when the sentences of another language have been loaded
   */
  sentences(tag: string, overrides: object | null, onLoaded: () => void): M {
    if (tag !== this.#tag) {
      this.#tag = tag;
      const load = closestLanguage(tag, this.#languages);
      this.#isLoading = Boolean(load);
      if (!load) this.#sentences = this.#english;
      else void this.#load(tag, load, onLoaded);
    }
    const own = (overrides as Readonly<Record<string, object | undefined>> | null)?.[this.#key];
    return mergeMessages(this.#sentences, own ?? null);
  }

  async #load(tag: string, load: () => Promise<{ readonly sentences: M }>, onLoaded: () => void): Promise<void> {
    const loaded = await load().catch(() => null);
    if (tag !== this.#tag) return;
    this.#isLoading = false;
    this.#sentences = loaded?.sentences ?? this.#english;
    onLoaded();
  }
}
