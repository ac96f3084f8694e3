import type { ReactiveController, ReactiveElement } from "lit";

/** What the module of a language holds: the sentences that are needed to draw, and where the others are. */
export interface Language<First, Rest> {
  readonly sentences: First;
  readonly more: readonly (() => Promise<{ readonly sentences: Partial<Rest> }>)[];
}

/** By language, or by language and script where a language is written in several. */
export type Languages<First, Rest> = Readonly<Record<string, () => Promise<Language<First, Rest>>>>;

/** Both are reactive properties, so that a change of the language is drawn like a change of theirs. */
type Host = ReactiveElement & { locale: string; messages: object | null };

/**
 * The sentences in the language of the element: that of its `locale`, else of the closest `lang`, else English. Whenever
 * they change, the host is updated as if its `locale` or its `messages` had.
 */
export class Sentences<First extends object, Rest extends object> implements ReactiveController {
  /** English, or of the language before, as far as the wanted one is not there yet. */
  messages: First & Partial<Rest>;
  /** The first language of the element is on its way: nothing should be read until then. */
  isSilent = false;
  /** Resolves when all that was asked for is there, or will not come. */
  loaded: Promise<void> = Promise.resolve();

  readonly #host: Host;
  readonly #english: Language<First, Rest>;
  readonly #languages: Languages<First, Rest>;
  #wanted: string | null = null;
  /** The language of `messages`, as the page wrote it. */
  #tag = "en";
  #module: Language<First, Rest>;
  #wantsAll = false;

  constructor(host: Host, english: Language<First, Rest>, languages: Languages<First, Rest>) {
    this.#host = host;
    this.#english = english;
    this.#languages = languages;
    this.#module = english;
    this.messages = english.sentences;
    host.addController(this);
  }

  hostConnected(): void {
    observer ??= new MutationObserver(() => {
      for (const host of watching) host.requestUpdate("locale");
    });
    if (watching.size === 0) observer.observe(document.documentElement, { subtree: true, attributeFilter: ["lang"] });
    watching.add(this.#host);
    this.#host.requestUpdate("locale");
  }

  hostDisconnected(): void {
    watching.delete(this.#host);
    if (watching.size === 0) observer?.disconnect();
  }

  /** In which language to write numbers: the sentences'. A page with sentences of its own knows its language best. */
  language(hasOwnSentences: boolean): string {
    return hasOwnSentences ? (this.#wanted ?? "") : this.#tag;
  }

  /** Looks up which language is wanted now, and fetches it. */
  follow(): void {
    const tag = this.#host.locale || langOf(this.#host);
    if (tag === this.#wanted) return;
    const load = closest(tag, this.#languages);
    this.isSilent = Boolean(load) && (this.isSilent || this.#wanted === null);
    this.#wanted = tag;
    this.loaded = this.#load(tag, load);
  }

  /** Fetches also what is not needed to draw. Never rejects. */
  all(): Promise<void> {
    if (!this.#wantsAll) {
      this.#wantsAll = true;
      this.loaded = this.loaded.then(() => this.#loadMore(this.#wanted));
    }
    return this.loaded;
  }

  async #load(tag: string, load: (() => Promise<Language<First, Rest>>) | undefined): Promise<void> {
    let module = this.#english;
    let shown = /^en\b/i.test(tag) ? tag : "en";
    if (load) {
      try {
        module = await load();
        shown = tag;
      } catch (error) {
        this.#warn(tag, error);
      }
      if (tag !== this.#wanted) return this.loaded;
    }
    this.#module = module;
    this.#tag = shown;
    this.isSilent = false;
    this.#take(module.sentences);
    if (this.#wantsAll) await this.#loadMore(tag);
  }

  async #loadMore(tag: string | null): Promise<void> {
    // English first: the language has the last word.
    const parts = [...new Set([...this.#english.more, ...this.#module.more])];
    const results = await Promise.allSettled(parts.map((part) => part()));
    if (tag !== this.#wanted) return this.loaded;
    for (const result of results) {
      if (result.status === "fulfilled") this.#take(result.value.sentences);
      else this.#warn(tag, result.reason);
    }
    // Else the next one who asks tries again.
    this.#wantsAll = results.every(({ status }) => status === "fulfilled");
  }

  #take(sentences: First | Partial<Rest>): void {
    this.messages = { ...this.messages, ...sentences };
    this.#host.requestUpdate("messages");
  }

  #warn(tag: string | null, error: unknown): void {
    const words = `<${this.#host.localName}>: Sentences for "${tag}" could not be fetched.`;
    if (!warned.has(words)) console.warn(words, error);
    warned.add(words);
  }
}

const warned = new Set<string>();

/** One for all elements of the page; it rests while there are none. */
const watching = new Set<Host>();
let observer: MutationObserver | undefined;

/** "de-AT" is closest to "de", "zh-HK" to "zh-Hant". */
function closest<L>(tag: string, languages: Readonly<Record<string, L>>): L | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return languages[`${language}-${script}`] ?? languages[language];
  } catch {
    // No tag of a language.
    return undefined;
  }
}

/** As the browser takes it for the text in an element. */
function langOf(element: Element): string {
  const found = element.closest<HTMLElement>("[lang]");
  if (found) return found.lang;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? langOf(root.host) : "";
}

/** Which way the sentences run, if not as the page does around them anyway. */
export function directionOf(language: string | undefined): "rtl" | undefined {
  return /^(ar|fa|he|ur)\b/.test(language ?? "") ? "rtl" : undefined;
}
