import { closestLanguage } from "../../ui/language.ts";
import { mergeMessages } from "../../ui/merge-messages.ts";
import { sentences as ENGLISH } from "../locales/en/meeting.ts";
import type { MeetingMessages } from "./meeting-messages.ts";

const LOCALES: Readonly<Record<string, () => Promise<{ readonly sentences: MeetingMessages }>>> = {
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

/** Loads the sentences of the form in the language of the element. English until they are loaded, and if that fails. */
export class MeetingWords {
  #tag = "en";
  #sentences: MeetingMessages = ENGLISH;

  /** @param onLoaded called when the sentences of another language have been loaded */
  sentences(tag: string, overrides: object | null, onLoaded: () => void): MeetingMessages {
    if (tag !== this.#tag) {
      this.#tag = tag;
      const load = closestLanguage(tag, LOCALES);
      if (!load) this.#sentences = ENGLISH;
      else void this.#load(tag, load, onLoaded);
    }
    return mergeMessages({ meeting: this.#sentences }, overrides).meeting;
  }

  async #load(tag: string, load: () => Promise<{ sentences: MeetingMessages }>, onLoaded: () => void): Promise<void> {
    const loaded = await load().catch(() => null);
    if (tag !== this.#tag || !loaded) return;
    this.#sentences = loaded.sentences;
    onLoaded();
  }
}
