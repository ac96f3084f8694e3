import type { ReactiveControllerHost } from "lit";
import type { UploadSnapshot } from "../../engine/snapshot.ts";
import type { SeldomRows } from "../seldom/seldom-rows.ts";
import type { View } from "../words/view.ts";
import type { Showing } from "./row.ts";

export interface SeldomHost extends ReactiveControllerHost {
  readonly messages: object | null;
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** Loads what the list shows in situations that few users meet, when the first of them occurs. */
export class SeldomLoader {
  readonly #host: SeldomHost;
  readonly #say: (sentence: string) => void;
  #rows: SeldomRows | null = null;
  #show: Showing | null = null;
  #isMissing = false;

  constructor(host: SeldomHost, say: (sentence: string) => void) {
    this.#host = host;
    this.#say = say;
  }

  get show(): Showing {
    this.#show ??= (upload, view) => {
      if (!isSeldom(upload)) return [upload, view];
      if (!this.#rows && !this.#isMissing) void this.#load();
      // A failed one as before until the words about it are there, so that its row grows at most once. The button to retry has
      // other words then, too: a press on what is replaced before it ends is no click.
      return (
        this.#rows?.show(upload, view) ?? [
          this.#isMissing || !upload.error ? upload : { ...upload, status: "active", canRetry: false },
          view,
        ]
      );
    };
    return this.#show;
  }

  /** Announces to screen readers that the content of a file was uploaded before, or what looks wrong in it. */
  async announce(upload: UploadSnapshot, view: () => View | null): Promise<void> {
    if (!upload.uploadedBefore && !upload.inspection?.hint) return;
    if (!this.#rows) await this.#load();
    this.#rows?.announce(upload, view);
  }

  /** Never rejects. After a failure the rows are shown plainly. */
  async #load(): Promise<void> {
    const module = await import("../seldom/seldom-rows.ts").catch(() => null);
    if (this.#rows) return;
    this.#isMissing = !module;
    if (module) this.#rows = new module.SeldomRows(this.#host, this.#say, this.#renew);
    this.#renew();
  }

  readonly #renew = (): void => {
    this.#show = null;
    this.#host.requestUpdate();
  };
}

function isSeldom(upload: UploadSnapshot): boolean {
  return Boolean(upload.uploadedBefore) || upload.error?.code === "signed-out" || !upload.isMeasured;
}
