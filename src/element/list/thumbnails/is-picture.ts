import type { UploadSnapshot } from "../../../engine/snapshot.ts";

/** Whether an upload is a picture that may be shown small. Browsers do not decode SVG without a document. */
export function isPicture({ mimeType }: UploadSnapshot): boolean {
  return /^image\/(?!svg)/.test(mimeType);
}
