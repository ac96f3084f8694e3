import type { Words } from "../../ui/sentences.ts";
import type { FirstMessages, Messages } from "./messages.ts";

/** Words of what is drawn before the list is loaded. */
export type StartWords = Words<FirstMessages>;

/** Words of the list. */
export type View = Words<Messages>;
