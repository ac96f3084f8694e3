import type { ReactiveControllerHost } from "lit";
import { UploadError } from "../../engine/errors.ts";
import type { HostFile, HostFiles } from "../../engine/session/host-files.ts";
import type { FilesController } from "../loading/files-controller.ts";
import { retryWhileBusy, type Wait } from "../loading/retry-while-busy.ts";

type Call<T> = (files: HostFiles, file: HostFile) => Promise<T>;

/** Calls about single files. */
export class FileCalls {
  readonly #host: ReactiveControllerHost;
  readonly #list: FilesController;
  readonly #busyIds = new Set<string>();

  constructor(host: ReactiveControllerHost, list: FilesController) {
    this.#host = host;
    this.#list = list;
  }

  /** Whether a call about this file is running. */
  isBusy(id: string): boolean {
    return this.#busyIds.has(id);
  }

  /**
   * Makes a call about one file, and repeats it while the server is busy. It continues when the element is removed: a page
   * that is redrawn must not revoke what the user has requested. Rejects with an UploadError.
   */
  async act<T>(file: HostFile, call: Call<T>, onWait: (wait: Wait) => void): Promise<T> {
    const list = this.#list;
    const { files, ports } = list;
    if (!files) throw new UploadError("internal", "no endpoint");
    this.#busyIds.add(file.id);
    this.#host.requestUpdate();
    const { signal } = new AbortController();
    const attempt = (current: HostFile) =>
      retryWhileBusy(() => call(files, current), { ports, signal, waitOffline: false, onWait });
    try {
      const current = await this.#current(file);
      return await attempt(current).catch(async (thrown: unknown) => {
        const renewed = await this.#renewed(current, UploadError.from(thrown));
        if (renewed) return attempt(renewed);
        throw thrown;
      });
    } catch (error) {
      throw UploadError.from(error);
    } finally {
      this.#busyIds.delete(file.id);
      this.#host.requestUpdate();
    }
  }

  /** The file as the list has it now: the row of a click may be older, for example because the actions had to load. */
  async #current(file: HostFile): Promise<HostFile> {
    // Without the token that the list gives, the endpoint refuses a call about a file that has just been uploaded.
    if (this.#list.isFresh(file.id)) return (await this.#refreshed(file)) ?? file;
    return this.#list.fileOf(file.id) ?? file;
  }

  /** The file with a new token from a refreshed list, if its token has expired; null for any other error. */
  async #renewed(file: HostFile, { apiCode }: UploadError): Promise<HostFile | null> {
    if (apiCode !== "token_expired" && apiCode !== "token_missing") return null;
    return this.#refreshed(file);
  }

  /** The file with another token from a refreshed list; null if the list has none. */
  async #refreshed(file: HostFile): Promise<HostFile | null> {
    const list = this.#list;
    // Without a network, what a user has requested fails at once.
    if (list.phase.kind === "waiting" && list.phase.wait.reason === "offline") return null;
    void list.refresh("quiet");
    for (let loading: unknown; loading !== list.loading; await loading) loading = list.loading;
    const listed = list.fileOf(file.id);
    return listed && listed.token !== file.token ? listed : null;
  }
}
