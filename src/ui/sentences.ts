import type { ReactiveController, ReactiveElement } from "lit";
import { createFormats, type Formats } from "./format.ts";
import { closestLanguage, languageOf } from "./language.ts";
import { mergeMessages, type Overrides } from "./merge-messages.ts";

/** English, which is built in. `loadRest` loads the sentences that are not needed for the first paint. */
export interface BuiltInLanguage<First, Rest> {
  readonly sentences: First;
  loadRest(): Promise<Rest>;
}

/** Module of another language: the sentences for the first paint, and the modules with the rest, in pieces. */
export interface Language<First, Rest> {
  readonly sentences: First;
  readonly more: readonly (() => Promise<{ readonly sentences: Partial<Rest> }>)[];
}

/** Modules by language, or by language and script where a language is written in several scripts. */
export type Languages<First, Rest> = Readonly<Record<string, () => Promise<Language<First, Rest>>>>;

/** Sentences with the formats for the values inside them. */
export interface Words<M> {
  readonly messages: M;
  readonly formats: Formats;
}

export interface SentencesConfig<First, Rest> {
  readonly english: BuiltInLanguage<First, Rest>;
  readonly languages: Languages<First, Rest>;
  /** The page's own sentences; null for none. */
  overrides(): Overrides<First & Rest> | null;
}

type Host = ReactiveElement & { readonly locale: string; readonly messages: object | null };

/**
 * Loads the sentences in the language of the element (its `locale`, else the closest `lang` attribute, else English), and
 * updates the host whenever they change. `words` and `allWords` are current from `hostUpdate` on.
 */
export class Sentences<First extends object, Rest extends object> implements ReactiveController {
  /** Words for the first paint, in English or the previous language until the wanted one is loaded. */
  words: Words<First>;
  /** All words; null until `loadAll` has loaded them once. */
  allWords: Words<First & Rest> | null = null;
  /** The first language of the element is still loading: the text is hidden until then. */
  isSilent = false;
  /** Resolves when every requested piece is loaded or has failed to load. */
  loaded: Promise<void> = Promise.resolve();

  readonly #host: Host;
  readonly #config: SentencesConfig<First, Rest>;
  /** Tag that the element wants; null before the first update. */
  #wanted: string | null = null;
  /** Language of the loaded sentences, as a tag with the page's own region. */
  #tag = "en";
  #first: First;
  #rest: Rest | null = null;
  /** Pieces of the loaded language beside English. */
  #more: Language<First, Rest>["more"] = [];
  #wantsAll = false;
  #locale = "";
  #overrides: object | null = null;
  /** The closest `lang` attribute may have changed. */
  #isMoved = false;
  #isStale = false;

  constructor(host: Host, config: SentencesConfig<First, Rest>) {
    this.#host = host;
    this.#config = config;
    this.#first = config.english.sentences;
    this.words = { messages: this.#first, formats: createFormats("en") };
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
    if (this.#isMoved || locale !== this.#locale) this.#follow(locale || languageOf(this.#host));
    this.#isMoved = false;
    this.#locale = locale;
    if (!this.#isStale && messages === this.#overrides) return;
    this.#isStale = false;
    this.#overrides = messages;
    const overrides = this.#config.overrides();
    // A page with its own sentences knows their language best.
    const formats = createFormats(messages ? (this.#wanted ?? "") : this.#tag);
    this.allWords = this.#rest && {
      messages: mergeMessages<First & Rest>({ ...this.#first, ...this.#rest }, overrides),
      formats,
    };
    this.words = this.allWords ?? { messages: mergeMessages(this.#first, overrides), formats };
  }

  /** Loads the sentences that are not needed for the first paint as well. Never rejects. */
  loadAll(): Promise<void> {
    if (!this.#wantsAll) {
      this.#wantsAll = true;
      this.loaded = this.loaded.then(() => this.#loadRest(this.#wanted));
    }
    return this.loaded;
  }

  readonly #look = (): void => {
    this.#isMoved = true;
    this.#host.requestUpdate();
  };

  #follow(tag: string): void {
    if (tag === this.#wanted) return;
    this.#isStale = true;
    const load = closestLanguage(tag, this.#config.languages);
    this.isSilent = Boolean(load) && (this.isSilent || this.#wanted === null);
    this.#wanted = tag;
    this.loaded = this.#load(tag, load);
  }

  async #load(tag: string, load: (() => Promise<Language<First, Rest>>) | undefined): Promise<void> {
    let language: Language<First, Rest> = { sentences: this.#config.english.sentences, more: [] };
    let shown = /^en\b/i.test(tag) ? tag : "en";
    if (load) {
      try {
        language = await load();
        shown = tag;
      } catch (error) {
        this.#warn(tag, error);
      }
      if (tag !== this.#wanted) return this.loaded;
    }
    this.#first = language.sentences;
    this.#more = language.more;
    this.#tag = shown;
    this.isSilent = false;
    this.#changed();
    if (this.#wantsAll) await this.#loadRest(tag);
  }

  async #loadRest(tag: string | null): Promise<void> {
    const [english, ...pieces] = await Promise.allSettled([
      this.#config.english.loadRest(),
      ...this.#more.map((load) => load()),
    ]);
    if (tag !== this.#wanted) return this.loaded;
    let isComplete = english.status === "fulfilled";
    let rest = english.status === "fulfilled" ? english.value : null;
    if (english.status === "rejected") this.#warn("en", english.reason);
    for (const piece of pieces) {
      if (piece.status === "fulfilled") rest &&= { ...rest, ...piece.value.sentences };
      else {
        this.#warn(tag, piece.reason);
        isComplete = false;
      }
    }
    this.#rest = rest ?? this.#rest;
    // Otherwise the next call tries again.
    this.#wantsAll = isComplete;
    this.#changed();
  }

  #changed(): void {
    this.#isStale = true;
    this.#host.requestUpdate();
  }

  #warn(tag: string | null, error: unknown): void {
    const words = `<${this.#host.localName}>: Sentences for "${tag}" could not be fetched.`;
    if (!warned.has(words)) console.warn(words, error);
    warned.add(words);
  }
}

const warned = new Set<string>();

/** One observer for all elements of the page, active only while there are any. */
const watching = new Set<() => void>();
let observer: MutationObserver | undefined;
