/** Registers `<lightfield-files>`, and exports everything public about it. Works without the uploader. */
import "./define.ts";

export type { EndpointFunctions, HeadersSource } from "../connect-files.ts";
export { UploadError, type UploadErrorCode } from "../engine/errors.ts";
export type { FileStatus, RemoteFile } from "../engine/ports.ts";
export type { Formats, PluralForms } from "../ui/format.ts";
export * from "./events.ts";
export { LightfieldFiles } from "./lightfield-files.ts";
export { FILES_ENGLISH } from "./locales/en.ts";
export type { FilesProblem } from "./notices/problems.ts";
export type { FilesMessageOverrides, FilesMessages } from "./words/messages.ts";
