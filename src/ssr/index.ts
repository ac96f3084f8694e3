/**
 * Entry `lightfield-uploader/ssr`, for servers that render the elements with `@lit-labs/ssr`. Without it they are rendered
 * in English, and change to the page's language in the browser.
 */
import { LightfieldUploader } from "../element/lightfield-uploader.ts";
import { BUILT_IN, LOCALES } from "../element/words/locales.ts";
import { LightfieldFiles } from "../files/lightfield-files.ts";
import { FILES_BUILT_IN, FILES_LOCALES } from "../files/words/locales.ts";
import { createFormats } from "../ui/format.ts";
import { closestLanguage } from "../ui/language.ts";
import { mergeMessages } from "../ui/merge-messages.ts";
import { type Language, type Languages, Sentences } from "../ui/sentences.ts";

/** Languages of one element that are loaded, by tag as it was asked for. */
type Loaded = Map<string, Language<object>>;

interface RenderedElement {
  readonly prototype: LightfieldUploader | LightfieldFiles;
  readonly english: Language<object>;
  readonly languages: Languages<Language<object>>;
  readonly loaded: Loaded;
}

const ELEMENTS: readonly RenderedElement[] = [
  { prototype: LightfieldUploader.prototype, english: BUILT_IN, languages: LOCALES, loaded: new Map() },
  { prototype: LightfieldFiles.prototype, english: FILES_BUILT_IN, languages: FILES_LOCALES, loaded: new Map() },
];

let fallback = "en";
let isPrepared = false;

/**
 * Loads languages for rendering on this server, once at its start: tags like "de" or "pt-BR". An element is rendered in the
 * language of its `locale` attribute; one without it, in the first of these languages. Rejects when a tag is none of the
 * languages of the elements.
 */
export async function loadServerLanguages(...tags: readonly string[]): Promise<void> {
  for (const { english, languages, loaded } of ELEMENTS) {
    for (const tag of tags) {
      const load = closestLanguage(tag, languages);
      if (!load && !/^en\b/i.test(tag)) throw new Error(`lightfield-uploader has no language "${tag}".`);
      loaded.set(tag, load ? await load() : english);
    }
  }
  fallback = tags[0] ?? fallback;
  if (isPrepared) return;
  isPrepared = true;
  for (const element of ELEMENTS) prepare(element);
}

/** On a server nothing calls the controllers, so the words are set when the element is about to be rendered. */
function prepare({ prototype, loaded }: RenderedElement): void {
  const sentencesOf = new WeakMap<object, Sentences<object>>();
  const { addController } = prototype;
  prototype.addController = function (controller) {
    if (controller instanceof Sentences) sentencesOf.set(this, controller);
    addController.call(this, controller);
  };
  Object.defineProperty(prototype, "willUpdate", {
    configurable: true,
    value(this: LightfieldUploader | LightfieldFiles) {
      const tag = this.locale || fallback;
      const language = loaded.get(tag);
      const sentences = sentencesOf.get(this);
      if (!language || !sentences) return;
      sentences.words = {
        messages: mergeMessages(language.sentences, this.messages),
        formats: createFormats(tag),
      };
    },
  });
}
