import type { Formats } from "../../ui/format.ts";
import type { EarlyMessages, Messages } from "./messages.ts";

/** What every template needs to find its words. */
export interface View {
  readonly messages: Messages;
  readonly formats: Formats;
}

/** The same for what is drawn before there is a list. */
export interface EarlyView {
  readonly messages: EarlyMessages;
  readonly formats: Formats;
}

export function hasAllWords(view: EarlyView): view is View {
  return "errors" in view.messages;
}
