/** Types of both tags in JSX of React 18 and 19. The components of `lightfield-uploader/react` do not need them. */
import type { HTMLAttributes, RefAttributes } from "react";
import type {
  FilesSettings,
  LightfieldFiles,
  LightfieldFilesEvents,
  LightfieldUploader,
  LightfieldUploaderEvents,
  OnEvents,
  UploaderSettings,
} from "../dist/types/frameworks/jsx.js";

type Tag<E, Own> = Omit<HTMLAttributes<E>, keyof Own> & RefAttributes<E> & Own & { class?: string | undefined };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "lightfield-uploader": Tag<LightfieldUploader, UploaderSettings & OnEvents<LightfieldUploaderEvents>>;
      "lightfield-files": Tag<LightfieldFiles, FilesSettings & OnEvents<LightfieldFilesEvents>>;
    }
  }
}
