/** Types of both tags in Svelte 5. */
import type { HTMLAttributes } from "svelte/elements";
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

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "lightfield-uploader": Tag<LightfieldUploader, UploaderSettings & OnEvents<LightfieldUploaderEvents>>;
    "lightfield-files": Tag<LightfieldFiles, FilesSettings & OnEvents<LightfieldFilesEvents>>;
  }
}
