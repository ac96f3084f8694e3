/** The element's class, unregistered: `define.ts` gives it its name. */

export type { Formats, PluralForms } from "../ui/format.ts";
export * from "./events.ts";
export { LightfieldUploader } from "./lightfield-uploader.ts";
export { ENGLISH } from "./locales/en/start.ts";
export type { MessageOverrides, Messages } from "./words/messages.ts";
