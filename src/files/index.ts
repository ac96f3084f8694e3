/** Registers `<lightfield-files>` and exports everything public about it. It stands without the uploader. */
import "./define.ts";

export type { EndpointFunctions, HeadersSource } from "../connect-files.ts";
export type { Formats, PluralForms } from "../element/format.ts";
export { UploadError, type UploadErrorCode } from "../engine/errors.ts";
export type { FileStatus, RemoteFile } from "../engine/ports.ts";
export type { FilesPage, HostFile } from "../engine/session/host-files.ts";
export * from "./events.ts";
export { LightfieldFiles } from "./lightfield-files.ts";
export type { FilesMessageOverrides, FilesMessages } from "./messages.ts";
export { FILES_ENGLISH } from "./messages-en.ts";
export type { FilesProblem } from "./problems.ts";
