import type { Words } from "../../ui/sentences.ts";
import type { Messages, StartMessages } from "./messages.ts";

/** Words of what is drawn before the list is loaded. */
export type StartWords = Words<StartMessages>;

/** Words of the list. */
export type View = Words<Messages>;
