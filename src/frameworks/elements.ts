/** Both elements as the wrappers for React and Vue see them. */
import { FILES_ATTRIBUTES, FILES_DEFAULTS, FILES_LISTENERS } from "./files-api.ts";
import { UPLOADER_ATTRIBUTES, UPLOADER_DEFAULTS, UPLOADER_LISTENERS } from "./uploader-api.ts";

export type { LightfieldUploader as UploaderElement } from "../element/lightfield-uploader.ts";
export type { LightfieldFiles as FilesElement } from "../files/lightfield-files.ts";
export type { LightfieldFilesEvents, LightfieldFilesProps as FilesProperties } from "./files-api.ts";
export type { LightfieldUploaderEvents, LightfieldUploaderProps as UploaderProperties } from "./uploader-api.ts";

export const UPLOADER = {
  tag: "lightfield-uploader",
  attributes: UPLOADER_ATTRIBUTES,
  defaults: UPLOADER_DEFAULTS,
  listeners: UPLOADER_LISTENERS,
} as const;

export const FILES = {
  tag: "lightfield-files",
  attributes: FILES_ATTRIBUTES,
  defaults: FILES_DEFAULTS,
  listeners: FILES_LISTENERS,
} as const;
