/** Types of both tags in JSX of Preact. */
import type { HTMLAttributes } from "preact";
import type {
  FilesSettings,
  LightfieldFiles,
  LightfieldFilesEvents,
  LightfieldUploader,
  LightfieldUploaderEvents,
  OnEvents,
  UploaderSettings,
} from "../dist/types/frameworks/jsx.js";

type Tag<E extends EventTarget, Own> = Omit<HTMLAttributes<E>, keyof Own> & Own;

declare module "preact" {
  namespace JSX {
    interface IntrinsicElements {
      "lightfield-uploader": Tag<LightfieldUploader, UploaderSettings & OnEvents<LightfieldUploaderEvents>>;
      "lightfield-files": Tag<LightfieldFiles, FilesSettings & OnEvents<LightfieldFilesEvents>>;
    }
  }
}
