import { sentences as ENGLISH } from "../locales/en/seldom.ts";
import { type PieceLoaders, PieceWords } from "./piece-words.ts";
import type { SeldomMessages } from "./seldom-messages.ts";

const LOCALES: PieceLoaders<SeldomMessages> = {
  ar: () => import("../locales/ar/seldom.ts"),
  de: () => import("../locales/de/seldom.ts"),
  es: () => import("../locales/es/seldom.ts"),
  fr: () => import("../locales/fr/seldom.ts"),
  he: () => import("../locales/he/seldom.ts"),
  hi: () => import("../locales/hi/seldom.ts"),
  it: () => import("../locales/it/seldom.ts"),
  ja: () => import("../locales/ja/seldom.ts"),
  ko: () => import("../locales/ko/seldom.ts"),
  nl: () => import("../locales/nl/seldom.ts"),
  pl: () => import("../locales/pl/seldom.ts"),
  pt: () => import("../locales/pt-BR/seldom.ts"),
  ru: () => import("../locales/ru/seldom.ts"),
  tr: () => import("../locales/tr/seldom.ts"),
  uk: () => import("../locales/uk/seldom.ts"),
  "zh-Hans": () => import("../locales/zh-Hans/seldom.ts"),
  "zh-Hant": () => import("../locales/zh-Hant/seldom.ts"),
};

/** Sentences of the list for situations that few users meet. */
export const createSeldomWords = (): PieceWords<SeldomMessages> => new PieceWords("seldom", ENGLISH, LOCALES);
