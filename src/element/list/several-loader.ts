import type { ReactiveController } from "lit";
import { takesMany, type UploaderSettings } from "../settings.ts";
import { addEnglish } from "../words/all-words.ts";
import type { SeveralFiles } from "./several-files.ts";
import type { VirtualRowsHost } from "./virtual-rows.ts";

type Module = typeof import("./several-files.ts");

export type SeveralHost = VirtualRowsHost & UploaderSettings;

/** Largest number of rows that are drawn where the code which draws only the visible ones cannot be loaded. */
const MOST_ROWS = 100;
/** Duration of a request, in milliseconds, after which the rows no longer wait for it: some requests never end. */
const PATIENCE_MS = 3000;
/** Delay before the first repetition of a failed request, in milliseconds. It doubles each time. */
const RETRY_MS = 1000;
const MOST_RETRIES = 8;

/** Import of the code, shared by all elements of the page. */
let loaded: Module | null = null;

/**
 * Loads what a list of several files needs, and the button that starts one (`no-auto`): right after the list where the element
 * takes several files or has that button, otherwise with the second file. While it is being loaded the list stays as it was, so
 * that nothing moves when the summary comes. Where it cannot be loaded, or not soon, the first rows are drawn without the
 * summary.
 */
export class SeveralLoader implements ReactiveController {
  readonly #host: SeveralHost;
  /** Kept once it was needed: another code would draw the rows anew. */
  #files: SeveralFiles | null = null;
  #isNeeded = false;
  /** Whether the last request has failed or is taking too long. */
  #isMissing = false;
  #retries = 0;
  /** Pending request, also until the next attempt after a failure. */
  #loading: Promise<void> | null = null;

  constructor(host: SeveralHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Number of rows to draw without the code; null to draw as many as before. */
  get mostRows(): number | null {
    if (!this.#isNeeded) return 1;
    return this.#isMissing ? MOST_ROWS : null;
  }

  /** The code that draws several files, or null where it is not needed, or not loaded. */
  follow(isNeeded: boolean): SeveralFiles | null {
    this.#isNeeded = isNeeded;
    if (isNeeded && loaded) this.#files ??= new loaded.SeveralFiles(this.#host);
    return this.#files;
  }

  hostUpdated(): void {
    if (takesMany(this.#host) || this.#host.noAuto) void this.#load();
    else void this.complete();
  }

  /** Resolves when what is needed is loaded or cannot be loaded. */
  async complete(): Promise<void> {
    if (this.#isNeeded && !this.#files) await this.#load();
  }

  #load(): Promise<void> {
    if (!loaded) this.#loading ??= this.#import();
    return this.#loading ?? Promise.resolve();
  }

  async #import(): Promise<void> {
    const giveUp = setTimeout(() => this.#show(false), PATIENCE_MS);
    const module = await import("./several-files.ts").catch(() => null);
    clearTimeout(giveUp);
    if (module) addEnglish(module.sentences);
    loaded ??= module;
    this.#show(!!loaded);
    if (this.#isMissing) this.#retryLater();
    else this.#loading = null;
  }

  #show(isLoaded: boolean): void {
    this.#isMissing = !isLoaded;
    this.#host.requestUpdate();
  }

  /** The next update after that tries again, if it is needed. */
  #retryLater(): void {
    const retry = () => {
      this.#loading = null;
      this.#host.requestUpdate();
    };
    const isOffline = !navigator.onLine || this.#retries === MOST_RETRIES;
    if (isOffline) addEventListener("online", retry, { once: true });
    else setTimeout(retry, RETRY_MS * 2 ** this.#retries++);
  }
}
