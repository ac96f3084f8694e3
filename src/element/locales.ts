import type { Language } from "./language.ts";
import { loadListView } from "./list-view-loader.ts";
import type { ListMessages, RestMessages, StartMessages, TroubleMessages } from "./messages.ts";
import { ENGLISH } from "./messages-en.ts";

/** The others come in three pieces, each complete. */
interface Locale extends Language<StartMessages, RestMessages> {
  readonly more: readonly [
    () => Promise<{ readonly sentences: ListMessages }>,
    () => Promise<{ readonly sentences: TroubleMessages }>,
    () => Promise<{ readonly sentences: Pick<RestMessages, "transcripts"> }>,
  ];
}

/** Built in, except for what comes with the list. */
export const BUILT_IN: Language<StartMessages, RestMessages> = { sentences: ENGLISH, more: [loadListView] };

/** The languages beside English, each fetched when a page is in it. */
export const LOCALES = {
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
} satisfies Record<string, () => Promise<Locale>>;
