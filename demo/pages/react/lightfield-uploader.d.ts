import type { LightfieldUploader, UploadErrorEvent, UploadSuccessEvent } from "lightfield-uploader";
import type { HTMLAttributes, RefAttributes } from "react";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "lightfield-uploader": HTMLAttributes<LightfieldUploader> &
        RefAttributes<LightfieldUploader> &
        Partial<Pick<LightfieldUploader, "endpoint" | "purpose" | "accept" | "multiple" | "context" | "disabled">> & {
          "onupload-success"?: (event: UploadSuccessEvent) => void;
          "onupload-error"?: (event: UploadErrorEvent) => void;
        };
    }
  }
}
