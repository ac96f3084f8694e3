/** Types of both tags in Astro components: attributes, as Astro renders no properties. */
import type { LightfieldFilesAttributes, LightfieldFilesProps } from "../dist/types/frameworks/files-api.js";
import type { LightfieldUploaderAttributes, LightfieldUploaderProps } from "../dist/types/frameworks/uploader-api.js";

/** What can be written as text. */
type Written<Own> = {
  [Name in keyof Own as Extract<Own[Name], string | number | boolean> extends never ? never : Name]?:
    | Extract<Own[Name], string | number | boolean>
    | undefined;
};

declare global {
  namespace astroHTML.JSX {
    interface IntrinsicElements {
      "lightfield-uploader": Omit<HTMLAttributes, keyof LightfieldUploaderProps> &
        Written<LightfieldUploaderProps & LightfieldUploaderAttributes>;
      "lightfield-files": Omit<HTMLAttributes, keyof LightfieldFilesProps> &
        Written<LightfieldFilesProps & LightfieldFilesAttributes>;
    }
  }
}
