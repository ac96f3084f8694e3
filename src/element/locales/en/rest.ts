import type { EarlyMessages } from "../../words/messages.ts";
import { sentences as list } from "./list.ts";
import { sentences as outcomes } from "./outcomes.ts";
import { sentences as refusals } from "./refusals.ts";

/** English sentences that come with the list. */
export const ENGLISH_REST = { ...list, ...outcomes, ...refusals } satisfies EarlyMessages;
