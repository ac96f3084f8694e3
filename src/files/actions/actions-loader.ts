import type { ReactiveController, TemplateResult } from "lit";
import { UploadError } from "../../engine/errors.ts";
import type { HostFile } from "../../engine/session/host-files.ts";
import type { FilesView } from "../words/view.ts";
import type { FileActions, FileActionsConfig, FileActionsHost } from "./file-actions.ts";

/** Loads the actions when there are files, before anybody clicks: a click lets a page open a tab only for some seconds. */
export class ActionsLoader implements ReactiveController {
  readonly #host: FileActionsHost;
  readonly #config: FileActionsConfig;
  #actions: FileActions | null = null;
  #isPreloading = false;

  constructor(host: FileActionsHost, config: FileActionsConfig) {
    this.#host = host;
    this.#config = config;
    host.addController(this);
  }

  /** Whether a call waits for the server. */
  get isWaiting(): boolean {
    return this.#actions?.isWaiting ?? false;
  }

  readonly isBusy = (id: string): boolean => this.#actions?.isBusy(id) ?? false;

  render(view: FilesView): TemplateResult | null | undefined {
    return this.#actions?.render(view);
  }

  dismiss(): void {
    this.#actions?.dismiss();
  }

  readonly open = (file: HostFile): void => this.#with((actions) => actions.open(file));

  readonly cancel = (file: HostFile): void => this.#with((actions) => actions.cancel(file));

  hostUpdated(): void {
    if (this.#isPreloading || !this.#config.list.page?.files.length) return;
    this.#isPreloading = true;
    // A click tries again.
    this.#load().catch(() => {});
  }

  async #load(): Promise<FileActions> {
    // Not destructured, because Vite 5 and 6 break that in packages.
    const loaded = await import("./file-actions.ts");
    this.#actions ??= new loaded.FileActions(this.#host, this.#config);
    return this.#actions;
  }

  #with(act: (actions: FileActions) => void): void {
    if (this.#actions) act(this.#actions);
    else
      this.#load().then(act, (cause: unknown) => {
        const code = navigator.onLine ? "internal" : "network";
        const error = new UploadError(code, "part of the script is missing", { consoleCode: "chunk-missing", cause });
        this.#config.list.fail(error, "person");
      });
  }
}
