import { sentences as ENGLISH } from "../locales/en/meeting.ts";
import type { MeetingMessages } from "./meeting-messages.ts";
import { type PieceLoaders, PieceWords } from "./piece-words.ts";

const LOCALES: PieceLoaders<MeetingMessages> = {
  ar: () => import("../locales/ar/meeting.ts"),
  de: () => import("../locales/de/meeting.ts"),
  es: () => import("../locales/es/meeting.ts"),
  fr: () => import("../locales/fr/meeting.ts"),
  he: () => import("../locales/he/meeting.ts"),
  hi: () => import("../locales/hi/meeting.ts"),
  it: () => import("../locales/it/meeting.ts"),
  ja: () => import("../locales/ja/meeting.ts"),
  ko: () => import("../locales/ko/meeting.ts"),
  nl: () => import("../locales/nl/meeting.ts"),
  pl: () => import("../locales/pl/meeting.ts"),
  pt: () => import("../locales/pt-BR/meeting.ts"),
  ru: () => import("../locales/ru/meeting.ts"),
  tr: () => import("../locales/tr/meeting.ts"),
  uk: () => import("../locales/uk/meeting.ts"),
  "zh-Hans": () => import("../locales/zh-Hans/meeting.ts"),
  "zh-Hant": () => import("../locales/zh-Hant/meeting.ts"),
};

/** Sentences of the form for the details of a meeting. */
export const createMeetingWords = (): PieceWords<MeetingMessages> => new PieceWords("meeting", ENGLISH, LOCALES);
