import type { UploadSnapshot } from "../../engine/snapshot.ts";

/** Whether the content of the file looks wrong, so that its user should check it. */
export function isDoubtful({ inspection, status }: UploadSnapshot): boolean {
  return Boolean(inspection?.hint) && status !== "cancelled";
}

/** Whether the file is not sent before its user has checked it. */
export function isHeld(upload: UploadSnapshot): boolean {
  return upload.status === "paused" && upload.step === "authorize" && isDoubtful(upload);
}

/** Element id of the hint, which describes the buttons of the file; null without a hint. */
export function hintId(upload: UploadSnapshot): string | null {
  return isDoubtful(upload) ? `hint-${upload.id}` : null;
}
