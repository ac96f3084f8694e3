import type { Language } from "../element/language.ts";
import type { FilesMessages } from "./messages.ts";
import { FILES_ENGLISH } from "./messages-en.ts";

type FilesLanguage = Language<FilesMessages, object>;

export const FILES_BUILT_IN: FilesLanguage = { sentences: FILES_ENGLISH, more: [] };

/** The languages beside English, each fetched when a page is in it. */
export const FILES_LOCALES = {
  de: () => import("./locales/de.ts"),
} satisfies Record<string, () => Promise<{ readonly sentences: FilesMessages }>>;
