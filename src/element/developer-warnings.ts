import type { UploadErrorCode } from "../engine/errors.ts";
import type { UploaderEvent } from "../engine/uploader-api.ts";

/** Failures that no user can mend: the console gets the sentence for whoever can. */
const FOR_THE_DEVELOPER: readonly UploadErrorCode[] = [
  "storage-unreachable",
  "protocol",
  "unsupported-transfer",
  "internal",
];

/** Tells the page's developer of each mistake once, on the console. */
export class DeveloperWarnings {
  readonly #told = new Set<string>();

  hear(event: UploaderEvent): void {
    if (event.type !== "failed" && event.type !== "waiting") return;
    if (!event.error) return;
    const { code, message, advice } = event.error;
    if (advice) this.once(`${message} ${advice}`);
    else if (FOR_THE_DEVELOPER.includes(code)) this.once(message);
  }

  once(message: string): void {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    console.warn(`<lightfield-uploader>: ${message}`);
  }
}
