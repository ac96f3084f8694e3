import type { Formats } from "../format.ts";
import type { Messages } from "../messages.ts";

/** What every template needs to find its words. */
export interface View {
  readonly messages: Messages;
  readonly formats: Formats;
}
