/** Types of both tags in templates of Vue 3. The components of `lightfield-uploader/vue` do not need them. */
import type { HTMLAttributes, PublicProps } from "vue";
import type {
  FilesSettings,
  LightfieldFiles,
  LightfieldFilesEvents,
  LightfieldUploader,
  LightfieldUploaderEvents,
  UploaderSettings,
} from "../dist/types/frameworks/jsx.js";

type Capitalized<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Capitalize<Head>}${Capitalized<Tail>}`
  : Capitalize<Name>;
type Listeners<Events> = {
  [Name in keyof Events & string as `on${Capitalized<Name>}`]?: (event: Events[Name]) => void;
};
type Tag<E, Own, Events> = new () => E & {
  /** @deprecated For the type check of templates only. */
  $props: Own & Listeners<Events> & Omit<HTMLAttributes, keyof Own> & PublicProps;
};

declare module "vue" {
  interface GlobalComponents {
    "lightfield-uploader": Tag<LightfieldUploader, UploaderSettings, LightfieldUploaderEvents>;
    "lightfield-files": Tag<LightfieldFiles, FilesSettings, LightfieldFilesEvents>;
  }
}
