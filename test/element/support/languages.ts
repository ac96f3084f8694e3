/** All sentences of every language, for tests about all of them. */

import { sentences as BESIDE } from "../../../src/element/locales/en/beside.ts";
import { ENGLISH_REST } from "../../../src/element/locales/en/rest.ts";
import { sentences as SEVERAL } from "../../../src/element/locales/en/several.ts";
import { ENGLISH } from "../../../src/element/locales/en/start.ts";
import { sentences as TRANSCRIPTS } from "../../../src/element/locales/en/transcripts.ts";
import { LOCALES } from "../../../src/element/words/locales.ts";
import type { Messages } from "../../../src/element/words/messages.ts";
import { FILES_ENGLISH } from "../../../src/files/locales/en.ts";
import { sentences as SEARCH_ENGLISH } from "../../../src/files/search/locales/en.ts";
import type { SearchMessages } from "../../../src/files/search/messages.ts";
import { SEARCH_LOCALES } from "../../../src/files/search/search-words.ts";
import { FILES_LOCALES } from "../../../src/files/words/locales.ts";
import type { FilesMessages } from "../../../src/files/words/messages.ts";

export const ENGLISH_WORDS: Messages = { ...ENGLISH, ...ENGLISH_REST, ...SEVERAL, ...BESIDE, ...TRANSCRIPTS };
export const FILES_ENGLISH_WORDS: FilesWords = { ...FILES_ENGLISH, search: SEARCH_ENGLISH };

/** All sentences of the list of files. */
export type FilesWords = FilesMessages & { readonly search: SearchMessages };

export interface Words {
  readonly uploader: Messages;
  readonly files: FilesWords;
}

export type LanguageKey = keyof typeof LOCALES;

export const LANGUAGES = Object.keys(LOCALES) as LanguageKey[];

export async function wordsOf(language: LanguageKey): Promise<Words> {
  const { sentences, more } = await LOCALES[language]();
  const [list, trouble, transcripts] = await Promise.all([more[0](), more[1](), more[2]()]);
  const [files, search] = await Promise.all([FILES_LOCALES[language](), SEARCH_LOCALES[language]()]);
  return {
    uploader: { ...sentences, ...list.sentences, ...trouble.sentences, ...transcripts.sentences },
    files: { ...files.sentences, search: search.sentences },
  };
}

/** Sentences with sample arguments, each under a name like "errors.network" or "announceDone(3, 1)". */
export function sentencesOf({ uploader, files }: Words, samples: Samples): ReadonlyMap<string, string> {
  const said = new Map<string, string>();
  collect(said, "", uploader, samples);
  collect(said, "files.", files, samples);
  return said;
}

/** Argument lists with which a sentence of this name is called. */
export type Samples = (name: string) => readonly (readonly unknown[])[];

function collect(said: Map<string, string>, prefix: string, words: object, samples: Samples): void {
  for (const [key, value] of Object.entries(words)) {
    const name = prefix + key;
    if (typeof value === "string") said.set(name, value);
    else if (typeof value === "object") collect(said, `${name}.`, value, samples);
    else {
      for (const args of samples(name)) {
        const shown = args.filter((arg) => typeof arg !== "object").map(String);
        said.set(`${name}(${shown.join(", ")})`, value(...args));
      }
    }
  }
}
