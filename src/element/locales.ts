import type { Language } from "./language.ts";
import { loadListView } from "./list-view-loader.ts";
import type { ListMessages, RestMessages, StartMessages, TroubleMessages } from "./messages.ts";
import { ENGLISH } from "./messages-en.ts";

/** The others come in two pieces, each complete. */
interface Locale extends Language<StartMessages, RestMessages> {
  readonly more: readonly [
    () => Promise<{ readonly sentences: ListMessages }>,
    () => Promise<{ readonly sentences: TroubleMessages }>,
  ];
}

/** Built in, except for what comes with the list. */
export const BUILT_IN: Language<StartMessages, RestMessages> = { sentences: ENGLISH, more: [loadListView] };

/** The languages beside English, each fetched when a page is in it. */
export const LOCALES = {
  de: () => import("./locales/de.ts"),
} satisfies Record<string, () => Promise<Locale>>;
