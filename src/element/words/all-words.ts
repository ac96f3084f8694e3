import type { ReactiveController } from "lit";
import { mergeMessages } from "../../ui/merge-messages.ts";
import type { Language, Sentences, SentencesHost } from "../../ui/sentences.ts";
import type { EarlyMessages, FirstMessages, RestMessages } from "./messages.ts";
import type { LoadedTranscriptMessages, StartWords, View } from "./view.ts";

/** Loader of a piece of the sentences that come with the list. */
type Piece<M> = () => Promise<{ readonly sentences: M }>;

/** English, which is built in. */
export interface BuiltInLanguage extends Language<FirstMessages> {
  readonly more: readonly [Piece<EarlyMessages>];
}

/** Any language, with the loaders of its further pieces. */
export interface PiecedLanguage extends Language<FirstMessages> {
  readonly more: readonly Piece<Partial<RestMessages>>[];
}

/** English sentences that are loaded later than the list. */
type LateSentences = Partial<Omit<RestMessages, "transcripts">> & { readonly transcripts?: LoadedTranscriptMessages };

/** The loaded ones, for all elements of the page. */
let late: LateSentences = {};

/** Adds English sentences for the next update of every element. Those of another language take precedence. */
export function addEnglish(sentences: LateSentences): void {
  late = { ...late, ...sentences };
}

/** Loads the sentences that come with the list, in the language of the element. */
export class AllWords implements ReactiveController {
  /** Words of the list; null until `load` has loaded them once. In the language of the last `hostUpdate`. */
  words: View | null = null;

  readonly #host: SentencesHost;
  readonly #sentences: Sentences<FirstMessages, PiecedLanguage>;
  readonly #english: BuiltInLanguage;
  #rest: EarlyMessages | null = null;
  /** Later English sentences from which `words` was made. */
  #late = late;
  /** Words for the first paint from which `words` was made. */
  #start: StartWords | null = null;
  #isWanted = false;

  constructor(host: SentencesHost, sentences: Sentences<FirstMessages, PiecedLanguage>, english: BuiltInLanguage) {
    this.#host = host;
    this.#sentences = sentences;
    this.#english = english;
    host.addController(this);
  }

  /** Loads the sentences. Never rejects; after a failure the next call tries again. */
  load(): Promise<void> {
    if (!this.#isWanted) {
      this.#isWanted = true;
      this.#sentences.alsoLoad(() => this.#load());
    }
    return this.#sentences.loaded;
  }

  hostUpdate(): void {
    const { words, language } = this.#sentences;
    if (!this.#rest || (words === this.#start && late === this.#late)) return;
    this.#start = words;
    this.#late = late;
    const sentences = { ...late, ...this.#rest, ...language.sentences } as View["messages"];
    const messages = mergeMessages(sentences, this.#host.messages);
    this.words = { ...words, messages };
  }

  async #load(): Promise<void> {
    const sentences = this.#sentences;
    const { language } = sentences;
    // English first, so that the other language takes precedence. A set, because the language may be English.
    const loaders = [...new Set([...this.#english.more, ...language.more])];
    const pieces = await Promise.all(loaders.map((load) => load().catch((error) => sentences.warn(error))));
    if (language !== sentences.language) return sentences.loaded;
    if (pieces[0]) this.#rest = Object.assign({}, ...pieces.map((piece) => piece?.sentences));
    this.#start = null;
    this.hostUpdate();
    this.#isWanted = pieces.every(Boolean);
    this.#host.requestUpdate();
  }
}
