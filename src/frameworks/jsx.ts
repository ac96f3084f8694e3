import type { LightfieldFilesAttributes, LightfieldFilesEvents, LightfieldFilesProps } from "./files-api.ts";
import type {
  LightfieldUploaderAttributes,
  LightfieldUploaderEvents,
  LightfieldUploaderProps,
} from "./uploader-api.ts";

export type { LightfieldUploader } from "../element/lightfield-uploader.ts";
export type { LightfieldFiles } from "../files/lightfield-files.ts";
export type { LightfieldFilesEvents, LightfieldUploaderEvents };

/** `onupload-success` and so on, as React 19, Preact and Svelte listen to events of custom elements. */
export type OnEvents<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

/** Properties and attributes of `<lightfield-uploader>`. */
export interface UploaderSettings extends LightfieldUploaderProps, LightfieldUploaderAttributes {}
/** Properties and attributes of `<lightfield-files>`. */
export interface FilesSettings extends LightfieldFilesProps, LightfieldFilesAttributes {}
