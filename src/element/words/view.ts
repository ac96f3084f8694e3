import type { Words } from "../../ui/sentences.ts";
import type { Messages, RestMessages, StartMessages } from "./messages.ts";

/** Words of what is drawn before the list is loaded. */
export type StartWords = Words<StartMessages>;

/** Words of the drop zone, and of what follows a drop once the list is loaded. */
export type IntakeWords = Words<StartMessages & Partial<Pick<RestMessages, "intake">>>;

/** Words of the list. */
export type View = Words<Messages>;
