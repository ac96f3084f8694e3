/** Class of the element, not registered; `define.ts` registers it. */

export type { Formats, PluralForms } from "../ui/format.ts";
export * from "./events.ts";
export { LightfieldUploader } from "./lightfield-uploader.ts";
export { ENGLISH } from "./locales/en/start.ts";
export type { MessageOverrides, Messages } from "./words/messages.ts";
