import type { Language } from "../../ui/sentences.ts";
import { FILES_ENGLISH } from "../locales/en.ts";
import type { FilesMessages } from "./messages.ts";

/** English, which is built in with all its sentences. */
export const FILES_BUILT_IN: Language<FilesMessages> = { sentences: FILES_ENGLISH };

/** Languages besides English, each fetched when a page is in that language. */
export const FILES_LOCALES = {
  ar: () => import("../locales/ar.ts"),
  de: () => import("../locales/de.ts"),
  es: () => import("../locales/es.ts"),
  fr: () => import("../locales/fr.ts"),
  he: () => import("../locales/he.ts"),
  hi: () => import("../locales/hi.ts"),
  it: () => import("../locales/it.ts"),
  ja: () => import("../locales/ja.ts"),
  ko: () => import("../locales/ko.ts"),
  nl: () => import("../locales/nl.ts"),
  pl: () => import("../locales/pl.ts"),
  pt: () => import("../locales/pt-BR.ts"),
  ru: () => import("../locales/ru.ts"),
  tr: () => import("../locales/tr.ts"),
  uk: () => import("../locales/uk.ts"),
  "zh-Hans": () => import("../locales/zh-Hans.ts"),
  "zh-Hant": () => import("../locales/zh-Hant.ts"),
} satisfies Record<string, () => Promise<{ readonly sentences: FilesMessages }>>;
