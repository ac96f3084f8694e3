import type { UploadError } from "../../engine/errors.ts";

/** Tells the page's developer of each mistake once, on the console. */
export class DeveloperHints {
  readonly #told = new Set<string>();

  failure({ code, message }: UploadError): void {
    if (code === "forbidden") {
      this.once(
        "The endpoint does not let this user list files. Let its `authorize` return `{ reads: true }` for users who may " +
          `see and download files. ${message}`,
      );
    }
    if (code === "protocol" || code === "internal") this.once(message);
  }

  once(message: string): void {
    if (this.#told.has(message)) return;
    this.#told.add(message);
    console.warn(`<lightfield-files>: ${message}`);
  }
}
