/** Types of both tags in JSX of Solid: attributes, `prop:maxFiles` and `on:upload-success`. */
import type { JSX as SolidJSX } from "solid-js";
import type {
  FilesSettings,
  LightfieldFiles,
  LightfieldFilesEvents,
  LightfieldUploader,
  LightfieldUploaderEvents,
  UploaderSettings,
} from "../dist/types/frameworks/jsx.js";

type Properties<Own> = { [Name in keyof Own & string as `prop:${Name}`]?: Own[Name] };
type Listeners<Events> = { [Name in keyof Events & string as `on:${Name}`]?: (event: Events[Name]) => void };
type Tag<E, Own, Events> = Omit<SolidJSX.HTMLAttributes<E>, keyof Own> & Own & Properties<Own> & Listeners<Events>;

declare module "solid-js" {
  namespace JSX {
    interface IntrinsicElements {
      "lightfield-uploader": Tag<LightfieldUploader, UploaderSettings, LightfieldUploaderEvents>;
      "lightfield-files": Tag<LightfieldFiles, FilesSettings, LightfieldFilesEvents>;
    }
  }
}
