import { loadListView } from "../list/list-view-loader.ts";
import { ENGLISH } from "../locales/en/start.ts";
import type { BuiltInLanguage, PiecedLanguage } from "./all-words.ts";
import type { ListMessages, OutcomeMessages, RestMessages, StartMessages } from "./messages.ts";

/** Every other language has a larger first piece and three further pieces, each complete. */
interface Locale extends PiecedLanguage {
  readonly sentences: StartMessages;
  readonly more: readonly [
    () => Promise<{ readonly sentences: ListMessages }>,
    () => Promise<{ readonly sentences: OutcomeMessages }>,
    () => Promise<{ readonly sentences: Pick<RestMessages, "intake" | "transcripts"> }>,
  ];
}

/** English is built in: a part in the first script, the rest in the chunk of the list. */
export const BUILT_IN: BuiltInLanguage = {
  sentences: ENGLISH,
  more: [loadListView],
};

/** Languages besides English, each fetched when a page is in that language. */
export const LOCALES = {
  ar: () => import("../locales/ar/start.ts"),
  de: () => import("../locales/de/start.ts"),
  es: () => import("../locales/es/start.ts"),
  fr: () => import("../locales/fr/start.ts"),
  he: () => import("../locales/he/start.ts"),
  hi: () => import("../locales/hi/start.ts"),
  it: () => import("../locales/it/start.ts"),
  ja: () => import("../locales/ja/start.ts"),
  ko: () => import("../locales/ko/start.ts"),
  nl: () => import("../locales/nl/start.ts"),
  pl: () => import("../locales/pl/start.ts"),
  pt: () => import("../locales/pt-BR/start.ts"),
  ru: () => import("../locales/ru/start.ts"),
  tr: () => import("../locales/tr/start.ts"),
  uk: () => import("../locales/uk/start.ts"),
  "zh-Hans": () => import("../locales/zh-Hans/start.ts"),
  "zh-Hant": () => import("../locales/zh-Hant/start.ts"),
} satisfies Record<string, () => Promise<Locale>>;
