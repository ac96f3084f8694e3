import type { ReactiveController, ReactiveElement } from "lit";
import { warn } from "./developer-warnings.ts";
import { createFormats, type Formats } from "./format.ts";
import { closestLanguage, languageOf } from "./language.ts";
import { mergeMessages } from "./merge-messages.ts";

/** Module of a language. */
export interface Language<M> {
  readonly sentences: M;
}

/** Modules by language, or by language and script where a language is written in several scripts. */
export type Languages<L> = Readonly<Record<string, () => Promise<L>>>;

/** Sentences with the formats for the values inside them. */
export interface Words<M> {
  readonly messages: M;
  readonly formats: Formats;
}

/** Element that shows the sentences. Both fields are reactive properties. */
export interface SentencesHost extends ReactiveElement {
  readonly locale: string;
  /** Sentences of the page that replace built-in ones. */
  readonly messages: object | null;
}

/**
 * Loads the sentences in the language of the element (its `locale`, else the closest `lang` attribute, else English), and
 * updates the host whenever they change.
 */
export class Sentences<M extends object, L extends Language<M> = Language<M>> implements ReactiveController {
  /** Sentences and formats: English or the previous language until the wanted one is loaded. Current from `hostUpdate` on. */
  words: Words<M>;
  /** Module of the loaded language. */
  language: L;
  /** Whether the first language is still loading; the text is hidden until it is loaded. */
  isSilent = false;
  /** Resolves when the wanted sentences are loaded or have failed to load. */
  loaded: Promise<void> = Promise.resolve();

  readonly #host: SentencesHost;
  readonly #english: L;
  readonly #languages: Languages<L>;
  /** Tag that the element wants; null before the first update. */
  #wanted: string | null = null;
  /** Tag of the loaded sentences. */
  #tag = "en";
  #loadMore: (() => Promise<void>) | null = null;
  /** Sentences of the page at the last update. */
  #overrides: object | null = null;
  #isStale = false;

  constructor(host: SentencesHost, english: L, languages: Languages<L>) {
    this.#host = host;
    this.#english = english;
    this.#languages = languages;
    this.language = english;
    this.words = { messages: english.sentences, formats: createFormats("en") };
    host.addController(this);
  }

  hostConnected(): void {
    observer ??= new MutationObserver(() => {
      for (const look of watching) look();
    });
    if (watching.size === 0) observer.observe(document.documentElement, { subtree: true, attributeFilter: ["lang"] });
    watching.add(this.#look);
    this.#look();
  }

  hostDisconnected(): void {
    watching.delete(this.#look);
    if (watching.size === 0) observer?.disconnect();
  }

  hostUpdate(): void {
    const { locale, messages } = this.#host;
    this.#follow(locale || languageOf(this.#host));
    if (!this.#isStale && messages === this.#overrides) return;
    this.#isStale = false;
    this.#overrides = messages;
    this.words = {
      messages: mergeMessages(this.language.sentences, messages),
      // For the page's own sentences, the page declares the language.
      formats: createFormats(messages ? (this.#wanted ?? "") : this.#tag),
    };
  }

  /** Calls a function that loads more of the language, now and whenever another language is loaded. It must not reject. */
  alsoLoad(loadMore: () => Promise<void>): void {
    this.#loadMore = loadMore;
    this.loaded = this.loaded.then(loadMore);
  }

  /** Warns the developer that a piece of the language could not be loaded. */
  warn(cause: unknown): undefined {
    warn(this.#host, { code: "language-missing", what: `"${this.#wanted}":`, cause });
  }

  readonly #look = (): void => this.#host.requestUpdate();

  #follow(tag: string): void {
    if (tag === this.#wanted) return;
    const load = closestLanguage(tag, this.#languages);
    this.isSilent = Boolean(load) && (this.isSilent || this.#wanted === null);
    this.#wanted = tag;
    this.loaded = this.#load(load);
    this.#isStale = true;
  }

  async #load(load: (() => Promise<L>) | undefined): Promise<void> {
    const tag = this.#wanted ?? "";
    const language = load && (await load().catch((error) => this.warn(error)));
    if (tag !== this.#wanted) return this.loaded;
    this.language = language ?? this.#english;
    this.#tag = language || /^en\b/i.test(tag) ? tag : "en";
    this.isSilent = false;
    this.#isStale = true;
    this.#host.requestUpdate();
    await this.#loadMore?.();
  }
}

/** One observer for all elements of the page, active only while there are any. */
const watching = new Set<() => void>();
let observer: MutationObserver | undefined;
