/** Endpoint of functions that holds files in memory and is controlled by a test or a screenshot. */

import type {
  CompleteBody,
  ErrorReply,
  FileReply,
  ListedFile,
  ListReply,
  UrlReply,
  WireStatus,
} from "../../../src/host/protocol.ts";
import { allowLines } from "../../support/allowed-lines.ts";

const NEVER_ENDING = new Promise<never>(() => {});

type Verb = "list" | "url" | "cancel";

export class ScriptedEndpoint {
  files: ListedFile[];
  /** Every call, as "list 0", "url fil_1 token". */
  readonly calls: string[] = [];
  readonly #scripts: Record<Verb, (() => Promise<unknown>)[]> = { list: [], url: [], cancel: [] };
  fileUrl = "https://storage.example/object";

  constructor(files: ListedFile[] = []) {
    this.files = files;
  }

  /** The next call of this kind is refused with this status. */
  refuse(verb: Verb, status: number, message = "No.", code?: string): void {
    allowLines();
    // Functions report a refusal by throwing an error with a status.
    this.#scripts[verb].push(async () => Promise.reject(Object.assign(new Error(message), { status, code })));
  }

  /** The next call of this kind fails without a network. */
  cut(verb: Verb): void {
    allowLines();
    this.#scripts[verb].push(async () => Promise.reject(new TypeError("Failed to fetch")));
  }

  /** The next call of this kind is answered with this. */
  say(verb: Verb, reply: unknown): void {
    this.#scripts[verb].push(async () => reply);
  }

  /** The next call of this kind waits until the returned function is called. */
  hold(verb: Verb): () => void {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.#scripts[verb].push(async () => {
      await held;
    });
    return release;
  }

  silence(verb: Verb): void {
    this.#scripts[verb].push(() => NEVER_ENDING);
  }

  async create(): Promise<ErrorReply> {
    return { error: { type: "forbidden", message: "Not here." } };
  }
  async complete(_id: string, _body: CompleteBody): Promise<ErrorReply> {
    return { error: { type: "forbidden", message: "Not here." } };
  }
  async retrieve(id: string): Promise<FileReply> {
    return this.#file(id);
  }

  async list({ limit, offset }: { limit: number; offset: number }): Promise<ListReply> {
    this.calls.push(`list ${offset}`);
    const scripted = (await this.#scripts.list.shift()?.()) as ListReply | undefined;
    return (
      scripted ?? { object: "list", data: this.files.slice(offset, offset + limit), totalCount: this.files.length }
    );
  }

  async url(id: string, { token }: { token: string | null }): Promise<UrlReply> {
    this.calls.push(`url ${id} ${token}`);
    const scripted = (await this.#scripts.url.shift()?.()) as UrlReply | undefined;
    return scripted ?? { url: this.fileUrl, expiresAt: new Date(Date.now() + 60_000).toISOString() };
  }

  async cancel(id: string, { token }: { token: string | null }): Promise<FileReply> {
    this.calls.push(`cancel ${id} ${token}`);
    const scripted = (await this.#scripts.cancel.shift()?.()) as FileReply | undefined;
    if (scripted) return scripted;
    const cancelled = { ...this.#file(id), status: "CANCELLED" as const, expiresAt: null };
    this.files = this.files.map((file) => (file.id === id ? cancelled : file));
    return cancelled;
  }

  #file(id: string): ListedFile {
    const file = this.files.find((one) => one.id === id);
    if (!file) throw Object.assign(new Error("There is no such file."), { status: 404 });
    return file;
  }
}

let lastNumber = 0;

/** File as the endpoint lists it; `ageMs` is its age. */
export function listed(
  filename: string,
  { ageMs = 0, status = "COMPLETED", ...more }: Partial<ListedFile> & { ageMs?: number; status?: WireStatus } = {},
): ListedFile {
  lastNumber += 1;
  const createdAt = new Date(Date.now() - ageMs).toISOString();
  return {
    id: `fil_${lastNumber}`,
    filename,
    mimeType: "text/vtt",
    sizeBytes: 84_210,
    status,
    createdAt,
    completedAt: status === "COMPLETED" ? createdAt : null,
    expiresAt: null,
    token: `token-of-${filename}`,
    ...more,
  };
}

/** `count` completed files, the newest first: "call-1.vtt" is the newest. */
export function manyFiles(count: number): ListedFile[] {
  return Array.from({ length: count }, (_, index) => listed(`call-${index + 1}.vtt`, { ageMs: index * 60_000 }));
}
