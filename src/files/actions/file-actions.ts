import type { ReactiveControllerHost, TemplateResult } from "lit";
import { UploadError } from "../../engine/errors.ts";
import type { RemoteFile } from "../../engine/ports.ts";
import type { HostFile } from "../../engine/session/host-files.ts";
import { warn } from "../../ui/developer-warnings.ts";
import { shownName } from "../../ui/file-names.ts";
import type { LiveRegion } from "../../ui/live-region.ts";
import { spoken } from "../../ui/spoken.ts";
import { FileCancelEvent, FileOpenEvent } from "../events.ts";
import type { FilesController } from "../loading/files-controller.ts";
import type { Wait } from "../loading/retry-while-busy.ts";
import { type FileNotice, failureTitle, fileNotice } from "../notices/file-notice.ts";
import { waitWords } from "../notices/notices.ts";
import { problemOf } from "../notices/problems.ts";
import type { FilesView } from "../words/view.ts";
import { FileCalls } from "./file-calls.ts";
import { openFile } from "./open-file.ts";

export interface FileActionsHost extends ReactiveControllerHost, EventTarget {
  readonly localName: string;
  readonly target: string;
}

export interface FileActionsConfig {
  readonly list: FilesController;
  readonly region: LiveRegion;
  view(): FilesView;
  /** The result of a call about a file. */
  onChanged(file: RemoteFile): void;
}

/** Opens and cancels single files, and shows a notice while such a call waits and after it has failed. */
export class FileActions {
  readonly #host: FileActionsHost;
  readonly #config: FileActionsConfig;
  readonly #calls: FileCalls;
  #notice: FileNotice | null = null;

  constructor(host: FileActionsHost, config: FileActionsConfig) {
    this.#host = host;
    this.#config = config;
    this.#calls = new FileCalls(host, config.list);
  }

  /** Whether a call about this file is running. */
  isBusy(id: string): boolean {
    return this.#calls.isBusy(id);
  }

  /** Whether the call waits for the server. */
  get isWaiting(): boolean {
    return this.#notice?.kind === "waiting";
  }

  render(view: FilesView): TemplateResult | null {
    return this.#notice && fileNotice(this.#notice, view, this.dismiss);
  }

  readonly dismiss = (): void => this.#show(null);

  readonly open = async (file: HostFile): Promise<void> => {
    const { region, view } = this.#config;
    const { id, filename } = file;
    if (this.isBusy(id) || !this.#host.dispatchEvent(new FileOpenEvent({ file }))) return;
    this.dismiss();
    try {
      const { url } = await this.#calls.act(file, (files, current) => files.url(current), this.#showWait);
      const isOpen = openFile(url, filename, this.#host.target);
      this.#show(isOpen ? null : { kind: "ready", filename, url });
      if (!isOpen) region.speak(view().messages.ready(shownName(filename)));
    } catch (error) {
      this.#fail("open", file, UploadError.from(error));
    }
  };

  readonly cancel = async (file: HostFile): Promise<void> => {
    const { list, region, view, onChanged } = this.#config;
    if (this.isBusy(file.id)) return;
    this.dismiss();
    try {
      const cancelled = await this.#calls.act(file, (files, current) => files.cancel(current), this.#showWait);
      this.dismiss();
      list.replace(cancelled);
      onChanged(cancelled);
      region.speak(view().messages.announceCancelled(shownName(cancelled.filename)));
      this.#host.dispatchEvent(new FileCancelEvent({ file: cancelled }));
      // An endpoint may leave out cancelled files, which changes the pages.
      void list.refresh("quiet");
    } catch (error) {
      this.#fail("cancel", file, UploadError.from(error));
    }
  };

  readonly #showWait = (wait: Wait): void => {
    this.#show(wait && { kind: "waiting", wait });
    if (wait) this.#config.region.speak(spoken(waitWords(wait, this.#config.view())));
  };

  #fail(action: "open" | "cancel", { filename }: HostFile, error: UploadError): void {
    const { list, region, view } = this.#config;
    const notice = { kind: "failed", action, filename, error } as const;
    this.#show(notice);
    warn(this.#host, { error, prevents: action, file: filename, hasWorked: true });
    const { because, problems } = view().messages;
    region.speak(spoken(because(failureTitle(notice, view()), problems[problemOf(error)])));
    // The file was changed elsewhere, so the shown list is outdated.
    if (error.code === "conflict" || error.code === "not-found") void list.refresh("quiet");
  }

  #show(notice: FileNotice | null): void {
    this.#notice = notice;
    this.#host.requestUpdate();
  }
}
