/** The element's class, unregistered: `define.ts` gives it its name. */
export * from "./events.ts";
export type { Formats, PluralForms } from "./format.ts";
export { LightfieldUploader } from "./lightfield-uploader.ts";
export type { MessageOverrides, Messages } from "./messages.ts";
export { ENGLISH } from "./messages-en.ts";
